//! Why something about a client organisation was refused.

use crate::identity::name::NameError;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClientError {
    #[error("There is no such client organisation.")]
    Unknown,
    #[error("This client organisation exists already.")]
    Exists,
    #[error(transparent)]
    Name(#[from] NameError),
    #[error("Another client organisation is called \"{0}\". Choose a name that tells them apart.")]
    NameTaken(String),
    #[error("This client organisation is archived and cannot be changed.")]
    Archived,
}

impl ClientError {
    pub fn code(&self) -> &'static str {
        match self {
            ClientError::Unknown => "CLIENT_NOT_FOUND",
            ClientError::Exists => "CLIENT_EXISTS",
            ClientError::Name(NameError::Empty) => "NAME_EMPTY",
            ClientError::Name(NameError::TooLong(_)) => "NAME_TOO_LONG",
            ClientError::NameTaken(_) => "CLIENT_NAME_TAKEN",
            ClientError::Archived => "CLIENT_ARCHIVED",
        }
    }

    pub fn field(&self) -> Option<&'static str> {
        match self {
            ClientError::Name(_) | ClientError::NameTaken(_) => Some("name"),
            ClientError::Unknown | ClientError::Exists | ClientError::Archived => None,
        }
    }
}
