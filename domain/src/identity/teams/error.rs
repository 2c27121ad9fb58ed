//! Why something about a team was refused.

use crate::identity::name::NameError;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TeamError {
    #[error("There is no such team.")]
    Unknown,
    #[error("This team exists already.")]
    Exists,
    #[error("This team is archived. Restore it first.")]
    Archived,
    #[error(transparent)]
    Name(#[from] NameError),
    #[error("Another team is called \"{0}\". Choose a name that tells them apart.")]
    NameTaken(String),
}

impl TeamError {
    pub fn code(&self) -> &'static str {
        match self {
            TeamError::Unknown => "TEAM_NOT_FOUND",
            TeamError::Exists => "TEAM_EXISTS",
            TeamError::Archived => "TEAM_ARCHIVED",
            TeamError::Name(NameError::Empty) => "NAME_EMPTY",
            TeamError::Name(NameError::TooLong(_)) => "NAME_TOO_LONG",
            TeamError::NameTaken(_) => "TEAM_NAME_TAKEN",
        }
    }

    pub fn field(&self) -> Option<&'static str> {
        match self {
            TeamError::Name(_) | TeamError::NameTaken(_) => Some("name"),
            TeamError::Unknown | TeamError::Exists | TeamError::Archived => None,
        }
    }
}
