//! Why somebody is not let in. Nothing here tells a stranger whether an account exists.

use chrono::Duration;

use super::attempts;
use crate::error::CommandError;

#[derive(Debug, thiserror::Error)]
pub enum AuthError {
    #[error("This email and password do not belong together. Check both and try again.")]
    BadCredentials,
    #[error("{}", attempts::message(*.0))]
    TooManyAttempts(Duration),
    /// Said only to somebody who knew the password.
    #[error("This user is disabled. Ask an administrator to enable it.")]
    Disabled,
    #[error("You are signed out. Sign in again.")]
    NoSession,
    #[error(transparent)]
    Command(#[from] CommandError),
}

impl AuthError {
    /// Public and stable. For [`AuthError::Command`] the code is that of the command error.
    pub fn code(&self) -> Option<&'static str> {
        match self {
            AuthError::BadCredentials => Some("BAD_CREDENTIALS"),
            AuthError::TooManyAttempts(_) => Some("TOO_MANY_ATTEMPTS"),
            AuthError::Disabled => Some("USER_DISABLED"),
            AuthError::NoSession => Some("NO_SESSION"),
            AuthError::Command(_) => None,
        }
    }
}

impl From<sqlx::Error> for AuthError {
    fn from(error: sqlx::Error) -> Self {
        AuthError::Command(error.into())
    }
}

impl From<pivotal_log::error::LogError> for AuthError {
    fn from(error: pivotal_log::error::LogError) -> Self {
        AuthError::Command(error.into())
    }
}
