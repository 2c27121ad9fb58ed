//! Why something about a suppression was refused.

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SuppressionError {
    #[error("There is no such suppression.")]
    Unknown,
    #[error("Say why it is released: the reason is kept as proof.")]
    NoReason,
    #[error("The end of a suppression must lie in the future. Leave it out to suppress for good.")]
    UntilPast,
    #[error("A note may have at most 1,000 characters. Shorten it.")]
    TextTooLong,
}

impl SuppressionError {
    pub fn code(&self) -> &'static str {
        match self {
            SuppressionError::Unknown => "SUPPRESSION_NOT_FOUND",
            SuppressionError::NoReason => "RELEASE_REASON_MISSING",
            SuppressionError::UntilPast => "SUPPRESSION_UNTIL_PAST",
            SuppressionError::TextTooLong => "SUPPRESSION_TEXT_TOO_LONG",
        }
    }

    pub fn field(&self) -> Option<&'static str> {
        match self {
            SuppressionError::Unknown => None,
            SuppressionError::NoReason => Some("reason"),
            SuppressionError::UntilPast => Some("until"),
            SuppressionError::TextTooLong => Some("note"),
        }
    }
}
