//! Why something about a legal hold was refused.

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LegalHoldError {
    #[error("There is no such legal hold.")]
    Unknown,
    #[error("A legal hold stands over a contact, an account, or everything of a kind that can be held.")]
    UnknownOver,
    #[error("There is no such record to hold, or it was erased.")]
    NoRecord,
    #[error("Say why it is held: who looks at it later must be able to tell.")]
    NoReason,
    #[error("Say why it is lifted: the reason is kept as proof.")]
    NoLiftReason,
    #[error("A reason may have at most 1,000 characters. Shorten it.")]
    ReasonTooLong,
    #[error("A reference may have at most 200 characters. Shorten it.")]
    ReferenceTooLong,
}

impl LegalHoldError {
    pub fn code(&self) -> &'static str {
        match self {
            LegalHoldError::Unknown => "LEGAL_HOLD_NOT_FOUND",
            LegalHoldError::UnknownOver => "LEGAL_HOLD_OVER_UNKNOWN",
            LegalHoldError::NoRecord => "LEGAL_HOLD_NO_RECORD",
            LegalHoldError::NoReason => "LEGAL_HOLD_REASON_MISSING",
            LegalHoldError::NoLiftReason => "LEGAL_HOLD_LIFT_REASON_MISSING",
            LegalHoldError::ReasonTooLong => "LEGAL_HOLD_REASON_TOO_LONG",
            LegalHoldError::ReferenceTooLong => "LEGAL_HOLD_REFERENCE_TOO_LONG",
        }
    }

    pub fn field(&self) -> Option<&'static str> {
        match self {
            LegalHoldError::Unknown => None,
            LegalHoldError::UnknownOver | LegalHoldError::NoRecord => Some("over"),
            LegalHoldError::NoReason | LegalHoldError::NoLiftReason | LegalHoldError::ReasonTooLong => {
                Some("reason")
            }
            LegalHoldError::ReferenceTooLong => Some("reference"),
        }
    }
}
