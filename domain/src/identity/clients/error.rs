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
            ClientError::Unknown => "client_unknown",
            ClientError::Exists => "client_exists",
            ClientError::Name(NameError::Empty) => "name_empty",
            ClientError::Name(NameError::TooLong(_)) => "name_too_long",
            ClientError::NameTaken(_) => "name_taken",
            ClientError::Archived => "client_archived",
        }
    }

    pub fn field(&self) -> Option<&'static str> {
        match self {
            ClientError::Name(_) | ClientError::NameTaken(_) => Some("name"),
            ClientError::Unknown | ClientError::Exists | ClientError::Archived => None,
        }
    }
}
