//! Why something about a consent was refused.

use chrono::{DateTime, Utc};

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ConsentError {
    #[error("Choose email, calls or both.")]
    NoChannel,
    #[error("There is no such statement about this person's consent.")]
    Unknown,
    #[error("Say where it comes from: a form, a trade show, a call.")]
    NoOrigin,
    #[error(
        "Consent must be provable. Give the text that was shown, or a proof: a reference, a link or a file."
    )]
    NoProof,
    #[error("This moment lies in the future. Give the moment when they said so.")]
    InFuture,
    #[error("This may have at most 500 characters. Shorten it.")]
    LineTooLong,
    #[error(
        "The text that was shown may have at most 10,000 characters. Shorten it, or attach it as a file."
    )]
    WordingTooLong,
    #[error("This is no link. Write it with https:// in front.")]
    BadUrl,
    #[error("This is no IP address. Leave it out, or write it like 192.0.2.1 or 2001:db8::1.")]
    BadIp,
    #[error(
        "They withdrew on {}. Only a consent or contract of their own, given after that, can stand against it.",
        .0.format("%Y-%m-%d")
    )]
    Withdrawn(DateTime<Utc>),
    #[error("They withdrew on {}, which is later. What was given before does not count any more.", .0.format("%Y-%m-%d"))]
    OlderThanWithdrawal(DateTime<Utc>),
    #[error("Say why it is taken back: the reason is kept beside it.")]
    NoReason,
    #[error("This was taken back. Record it again instead.")]
    TakenBack,
    #[error("There is a file already. Record the consent again to attach another.")]
    HasFile,
    #[error("The file is empty. Choose another.")]
    EmptyFile,
}

impl ConsentError {
    pub fn code(&self) -> &'static str {
        match self {
            ConsentError::NoChannel => "CONSENT_CHANNEL_MISSING",
            ConsentError::Unknown => "CONSENT_NOT_FOUND",
            ConsentError::NoOrigin => "CONSENT_SOURCE_MISSING",
            ConsentError::NoProof => "CONSENT_PROOF_MISSING",
            ConsentError::InFuture => "CONSENT_IN_FUTURE",
            ConsentError::LineTooLong => "CONSENT_TEXT_TOO_LONG",
            ConsentError::WordingTooLong => "CONSENT_WORDING_TOO_LONG",
            ConsentError::BadUrl => "CONSENT_URL_INVALID",
            ConsentError::BadIp => "CONSENT_IP_INVALID",
            ConsentError::Withdrawn(_) => "CONSENT_WITHDRAWN",
            ConsentError::OlderThanWithdrawal(_) => "CONSENT_OLDER_THAN_WITHDRAWAL",
            ConsentError::NoReason => "CONSENT_REASON_MISSING",
            ConsentError::TakenBack => "CONSENT_TAKEN_BACK",
            ConsentError::HasFile => "CONSENT_HAS_FILE",
            ConsentError::EmptyFile => "CONSENT_FILE_EMPTY",
        }
    }

    /// The input concerned, as the API calls it.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            ConsentError::NoChannel => Some("channels"),
            ConsentError::NoOrigin | ConsentError::LineTooLong => Some("origin"),
            ConsentError::NoProof | ConsentError::WordingTooLong => Some("wording"),
            ConsentError::InFuture | ConsentError::OlderThanWithdrawal(_) => Some("at"),
            ConsentError::BadUrl => Some("url"),
            ConsentError::BadIp => Some("ip"),
            ConsentError::Withdrawn(_) => Some("basis"),
            ConsentError::NoReason => Some("why"),
            ConsentError::HasFile | ConsentError::EmptyFile => Some("file"),
            ConsentError::Unknown | ConsentError::TakenBack => None,
        }
    }
}
