//! Why something about an API key was refused, and why a key lets nobody in.

use crate::identity::name::NameError;
use crate::identity::permission::Permission;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ApiKeyError {
    #[error("There is no such API key.")]
    Unknown,
    #[error("This API key exists already.")]
    Exists,
    #[error(transparent)]
    Name(#[from] NameError),
    #[error("A key without a scope could do nothing. Choose what it is for.")]
    NoScopes,
    #[error("\"{0}\" is not a scope. Choose among the permissions of your role.")]
    ScopeUnknown(String),
    #[error("You may not {} yourself, so your key may not either. Leave {} out.", .0.act(), .0.as_str())]
    BeyondMaker(Permission),
    #[error("The key would be over before it is made. Choose a day that is yet to come.")]
    ExpiryPast,
}

/// Said to who holds the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyRefusal {
    #[error("This API key is not known here. Check that all of it was copied.")]
    Unknown,
    #[error("This API key was revoked. Make a new one.")]
    Revoked,
    #[error("The time of this API key is over. Make a new one.")]
    Expired,
    #[error("The user who made this API key is disabled. Make one as somebody else.")]
    MakerDisabled,
}

impl ApiKeyError {
    /// Constant and machine-readable.
    pub fn code(&self) -> &'static str {
        match self {
            ApiKeyError::Unknown => "API_KEY_NOT_FOUND",
            ApiKeyError::Exists => "API_KEY_EXISTS",
            ApiKeyError::Name(NameError::Empty) => "NAME_EMPTY",
            ApiKeyError::Name(NameError::TooLong(_)) => "NAME_TOO_LONG",
            ApiKeyError::NoScopes => "API_KEY_NO_SCOPES",
            ApiKeyError::ScopeUnknown(_) => "API_KEY_SCOPE_UNKNOWN",
            ApiKeyError::BeyondMaker(_) => "API_KEY_BEYOND_MAKER",
            ApiKeyError::ExpiryPast => "API_KEY_EXPIRY_PAST",
        }
    }

    /// The input field to show it at.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            ApiKeyError::Name(_) => Some("name"),
            ApiKeyError::NoScopes | ApiKeyError::ScopeUnknown(_) | ApiKeyError::BeyondMaker(_) => {
                Some("scopes")
            }
            ApiKeyError::ExpiryPast => Some("expiresAt"),
            ApiKeyError::Unknown | ApiKeyError::Exists => None,
        }
    }
}
