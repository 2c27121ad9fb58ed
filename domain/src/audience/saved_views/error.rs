//! Why something about a saved view was refused.

use crate::identity::name::NameError;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SavedViewError {
    #[error("There is no such view.")]
    Unknown,
    #[error("This view exists already.")]
    Exists,
    #[error("This view was deleted. Restore it first.")]
    Deleted,
    #[error(transparent)]
    Name(#[from] NameError),
    #[error(
        "Another of your views is called \"{0}\". Choose a name that tells them apart, or update that view."
    )]
    NameTaken(String),
    #[error("This view belongs to somebody else. Save it as a view of your own instead.")]
    NotYours,
    #[error("You are not a member of this team, so its views are not yours to add to.")]
    NotInTeam,
    #[error(
        "Your role may not share views with everyone. Share it with your team, or ask a campaign manager or data specialist."
    )]
    MayNotShareWithEveryone,
    #[error("There is nothing to save yet: choose columns, an order or conditions first.")]
    Nothing,
    #[error("A view keeps at most 200 columns; this one has {0}. Leave some out.")]
    TooManyColumns(usize),
    #[error("\"{0}\" is no name of a column or filter.")]
    Key(String),
    #[error(
        "The conditions take {0} bytes; a view keeps at most 65,536. Save long lists of values as a list instead."
    )]
    TooLarge(usize),
}

impl SavedViewError {
    pub fn code(&self) -> &'static str {
        match self {
            SavedViewError::Unknown => "SAVED_VIEW_NOT_FOUND",
            SavedViewError::Exists => "SAVED_VIEW_EXISTS",
            SavedViewError::Deleted => "SAVED_VIEW_DELETED",
            SavedViewError::Name(NameError::Empty) => "NAME_EMPTY",
            SavedViewError::Name(NameError::TooLong(_)) => "NAME_TOO_LONG",
            SavedViewError::NameTaken(_) => "SAVED_VIEW_NAME_TAKEN",
            SavedViewError::NotYours => "SAVED_VIEW_NOT_YOURS",
            SavedViewError::NotInTeam => "SAVED_VIEW_NOT_IN_TEAM",
            SavedViewError::MayNotShareWithEveryone => "SAVED_VIEW_MAY_NOT_SHARE",
            SavedViewError::Nothing => "SAVED_VIEW_NOTHING",
            SavedViewError::TooManyColumns(_) => "SAVED_VIEW_TOO_MANY_COLUMNS",
            SavedViewError::Key(_) => "SAVED_VIEW_KEY",
            SavedViewError::TooLarge(_) => "SAVED_VIEW_TOO_LARGE",
        }
    }

    pub fn field(&self) -> Option<&'static str> {
        match self {
            SavedViewError::Name(_) | SavedViewError::NameTaken(_) => Some("name"),
            SavedViewError::NotInTeam | SavedViewError::MayNotShareWithEveryone => Some("sharing"),
            SavedViewError::Nothing
            | SavedViewError::TooManyColumns(_)
            | SavedViewError::Key(_)
            | SavedViewError::TooLarge(_) => Some("content"),
            SavedViewError::Unknown
            | SavedViewError::Exists
            | SavedViewError::Deleted
            | SavedViewError::NotYours => None,
        }
    }
}
