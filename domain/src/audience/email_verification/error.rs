//! Why a verification was refused.

use crate::audience::exports::list::SELECTED_MAX;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EmailVerificationError {
    #[error("There is no email verification with this id.")]
    NotFound,
    #[error("No contacts are chosen. Choose at least one.")]
    NothingSelected,
    #[error(
        "{count} contacts are named one by one, and {SELECTED_MAX} can be. Choose all that match a filter instead."
    )]
    TooMany { count: usize },
    #[error("The verification has ended already. What it found stands on its page.")]
    NotRunning,
}

impl EmailVerificationError {
    /// Public, stable code (api/errors table).
    pub fn code(&self) -> &'static str {
        match self {
            EmailVerificationError::NotFound => "EMAIL_VERIFICATION_NOT_FOUND",
            EmailVerificationError::NothingSelected => "EMAIL_VERIFICATION_NOTHING_SELECTED",
            EmailVerificationError::TooMany { .. } => "EMAIL_VERIFICATION_TOO_MANY",
            EmailVerificationError::NotRunning => "EMAIL_VERIFICATION_NOT_RUNNING",
        }
    }
}
