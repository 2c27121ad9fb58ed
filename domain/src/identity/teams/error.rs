//! Why something about a team was refused.

use crate::identity::name::NameError;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TeamError {
    #[error("There is no such team.")]
    Unknown,
    #[error("This team exists already.")]
    Exists,
    #[error(transparent)]
    Name(#[from] NameError),
    #[error("Another team is called \"{0}\". Choose a name that tells them apart.")]
    NameTaken(String),
}

impl TeamError {
    pub fn code(&self) -> &'static str {
        match self {
            TeamError::Unknown => "team_unknown",
            TeamError::Exists => "team_exists",
            TeamError::Name(NameError::Empty) => "name_empty",
            TeamError::Name(NameError::TooLong(_)) => "name_too_long",
            TeamError::NameTaken(_) => "name_taken",
        }
    }

    pub fn field(&self) -> Option<&'static str> {
        match self {
            TeamError::Name(_) | TeamError::NameTaken(_) => Some("name"),
            TeamError::Unknown | TeamError::Exists => None,
        }
    }
}
