//! Why something about a list was refused.

use super::change::PASTED_MAX;
use super::details::{TAG_LONGEST, TAGS_MAX};
use super::source::COMBINED_MAX;
use crate::audience::fields::catalogue::Entity;
use crate::audience::saved_views::error::SavedViewError;
use crate::identity::name::NameError;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    #[error("There is no such list.")]
    NotFound,
    #[error("This list exists already.")]
    Exists,
    #[error("This list is archived. Restore it first.")]
    Archived,
    #[error("This list is a frozen copy: its members never change. Make a new list of it to change them.")]
    Frozen,
    #[error("This is a list of {list}s. Choose {list}s, or another list.", list = list.as_str())]
    OtherEntity { list: Entity },
    #[error(transparent)]
    Name(#[from] NameError),
    #[error("Another of your lists is called \"{0}\". Choose a name that tells them apart.")]
    NameTaken(String),
    #[error("A list has at most {TAGS_MAX} tags; {count} were given. Leave some out.")]
    TooManyTags { count: usize },
    #[error("The tag that begins with \"{tag}\" has more than {TAG_LONGEST} characters. Shorten it.")]
    TagTooLong { tag: String },
    #[error("You are not a member of this team, so you cannot share a list with it.")]
    NotInTeam,
    #[error("Your role may not share lists with everyone. Share it with your team.")]
    MayNotShareWithEveryone,
    #[error("Who sees this list is for its owner to say.")]
    NotYours,
    #[error("Choose at least two lists to combine.")]
    TooFewLists,
    #[error(
        "At most {COMBINED_MAX} lists can be combined at once; {count} were chosen. Combine some of them first."
    )]
    TooManyLists { count: usize },
    #[error("A list is chosen twice. Choose each once.")]
    SameList,
    #[error("Only lists of the same kind can be combined: all of contacts, or all of accounts.")]
    MixedEntities,
    #[error("Choose records, or paste ids, emails or domains, not both.")]
    TwoSources,
    #[error("Nothing was chosen. Select records, or paste ids, emails or domains.")]
    NothingChosen,
    #[error(
        "{count} lines were pasted; at most {PASTED_MAX} are read at once. Paste the rest afterwards, or import a file."
    )]
    TooManyPasted { count: usize },
    #[error("It did not exist at that moment. Choose a later one.")]
    BeforeIt,
    #[error("That moment has not come yet. Choose an earlier one.")]
    NotYet,
    #[error("Segments are defined by this list: {0}. Change their definitions first.")]
    Used(String),
    #[error("There is no such change of this list, or it ran as a bulk change: undo that one.")]
    NoSuchChange,
}

impl ListError {
    pub fn code(&self) -> &'static str {
        match self {
            ListError::NotFound => "LIST_NOT_FOUND",
            ListError::Exists => "LIST_EXISTS",
            ListError::Archived => "LIST_ARCHIVED",
            ListError::Frozen => "LIST_FROZEN",
            ListError::OtherEntity { .. } => "LIST_OTHER_ENTITY",
            ListError::Name(NameError::Empty) => "NAME_EMPTY",
            ListError::Name(NameError::TooLong(_)) => "NAME_TOO_LONG",
            ListError::NameTaken(_) => "LIST_NAME_TAKEN",
            ListError::TooManyTags { .. } => "LIST_TOO_MANY_TAGS",
            ListError::TagTooLong { .. } => "LIST_TAG_TOO_LONG",
            ListError::NotInTeam => "LIST_NOT_IN_TEAM",
            ListError::MayNotShareWithEveryone => "LIST_MAY_NOT_SHARE",
            ListError::NotYours => "LIST_NOT_YOURS",
            ListError::TooFewLists => "LIST_TOO_FEW",
            ListError::TooManyLists { .. } => "LIST_TOO_MANY",
            ListError::SameList => "LIST_TWICE",
            ListError::MixedEntities => "LIST_MIXED_ENTITIES",
            ListError::TwoSources => "LIST_TWO_SOURCES",
            ListError::NothingChosen => "LIST_NOTHING_CHOSEN",
            ListError::TooManyPasted { .. } => "LIST_TOO_MANY_PASTED",
            ListError::BeforeIt => "LIST_BEFORE_IT",
            ListError::NotYet => "LIST_NOT_YET",
            ListError::Used(_) => "LIST_USED",
            ListError::NoSuchChange => "LIST_NO_SUCH_CHANGE",
        }
    }

    pub fn field(&self) -> Option<&'static str> {
        match self {
            ListError::Name(_) | ListError::NameTaken(_) => Some("name"),
            ListError::TooManyTags { .. } | ListError::TagTooLong { .. } => Some("tags"),
            ListError::NotInTeam | ListError::MayNotShareWithEveryone | ListError::NotYours => {
                Some("visibility")
            }
            ListError::TooFewLists
            | ListError::TooManyLists { .. }
            | ListError::SameList
            | ListError::MixedEntities => Some("lists"),
            ListError::TwoSources | ListError::TooManyPasted { .. } => Some("pasted"),
            ListError::OtherEntity { .. } | ListError::NothingChosen => Some("selection"),
            ListError::BeforeIt | ListError::NotYet => Some("asOf"),
            ListError::NoSuchChange => Some("change"),
            ListError::NotFound
            | ListError::Exists
            | ListError::Archived
            | ListError::Frozen
            | ListError::Used(_) => None,
        }
    }
}

/// Sharing has one rule for views and lists; what people read speaks of lists.
impl From<SavedViewError> for ListError {
    fn from(error: SavedViewError) -> Self {
        match error {
            SavedViewError::NotInTeam => ListError::NotInTeam,
            SavedViewError::MayNotShareWithEveryone => ListError::MayNotShareWithEveryone,
            SavedViewError::Name(error) => ListError::Name(error),
            SavedViewError::NameTaken(name) => ListError::NameTaken(name),
            SavedViewError::NotYours => ListError::NotYours,
            SavedViewError::Unknown => ListError::NotFound,
            SavedViewError::Exists => ListError::Exists,
            SavedViewError::Deleted => ListError::Archived,
            SavedViewError::Nothing
            | SavedViewError::TooManyColumns(_)
            | SavedViewError::Key(_)
            | SavedViewError::TooLarge(_) => ListError::NothingChosen,
        }
    }
}
