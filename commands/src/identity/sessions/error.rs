//! Why somebody is not let in. Nothing here tells a stranger whether an account exists.

use chrono::Duration;
use pivotal_domain::identity::api_keys::error::KeyRefusal;

use super::attempts;
use super::outside::OutsideError;
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
    /// Said only to somebody who knew the password.
    #[error("Write the code that your app shows, or one of your recovery codes.")]
    SecondStepNeeded,
    #[error(
        "This code is not right, or was used already. Wait for the next one of your app, or use a recovery code."
    )]
    SecondStepWrong,
    /// Of who came from the identity provider.
    #[error(transparent)]
    Outside(#[from] OutsideError),
    /// Of a program that came with an API key.
    #[error(transparent)]
    BadKey(KeyRefusal),
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
            AuthError::SecondStepNeeded => Some("SECOND_STEP_NEEDED"),
            AuthError::SecondStepWrong => Some("SECOND_STEP_WRONG"),
            AuthError::Outside(error) => Some(error.code()),
            AuthError::BadKey(_) => Some("API_KEY_INVALID"),
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
