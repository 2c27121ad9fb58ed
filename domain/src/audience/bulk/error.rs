//! Why a bulk change refuses a command, in words for the person who asked.

use super::action::{FIELDS_MAX, TAGS_MAX};
use crate::audience::exports::list::SELECTED_MAX;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BulkError {
    #[error("There is no bulk change with this id.")]
    NotFound,
    #[error("This bulk change was asked for already.")]
    AlreadyAsked,
    #[error("No record is selected. Select some, or all that match.")]
    NothingSelected,
    #[error(
        "{count} records are selected, more than the {SELECTED_MAX} that can be named one by one. Select all that match a filter instead."
    )]
    TooManySelected { count: usize },
    #[error(
        "{count} records are left out of all that match, more than the {SELECTED_MAX} that can be named one by one. Narrow the filter instead."
    )]
    TooManyExcepted { count: usize },
    #[error("Nothing would be changed. Say what to set.")]
    NothingToDo,
    #[error("At most {FIELDS_MAX} fields can be set at once, and {count} were given. Leave some out.")]
    TooManyFields { count: usize },
    #[error(
        "{label} says which record is which, so many cannot be given the same. Change it record by record, or by an import."
    )]
    FieldIdentifies { label: String },
    #[error("Name at least one tag.")]
    NoTags,
    #[error("At most {TAGS_MAX} tags can be given at once, and {count} were. Leave some out.")]
    TooManyTags { count: usize },
    #[error("Each group to merge takes two to 50 records, and no record may stand in two groups.")]
    Groups,
    #[error("Consent is given by people: record it of contacts, not of accounts.")]
    OfPeople,
    #[error("There is no active user with this id. Choose another.")]
    NoSuchUser,
    #[error("There is no team in use with this id. Choose another.")]
    NoSuchTeam,
    #[error("This bulk change is not running.")]
    NotRunning,
    #[error("The bulk change has not ended yet. Wait for its result, or cancel it first.")]
    NotEnded,
    #[error("It changed nothing, so there is nothing to undo.")]
    NothingChanged,
    #[error(
        "This bulk change was undone, and nothing of it is left. To bring it about again, make a new bulk change."
    )]
    Undone,
    #[error("The bulk change is being undone. Wait until that has ended, or cancel it.")]
    Undoing,
    #[error(
        "This filled a frozen copy, whose members never change, so it cannot be undone. Archive the copy if nobody needs it."
    )]
    FilledCopy,
    #[error("The bulk change is not being undone.")]
    NotUndoing,
    #[error("There is no preview of this undo, or its time is over. Preview it again.")]
    NoPreview,
    #[error(
        "Records are weighed by survivorship rules that were previewed. Preview the rules, then apply them."
    )]
    NotByItself,
    #[error("The outcomes do not add up to the records selected.")]
    DoesNotAddUp,
}

impl BulkError {
    /// Public, stable code (api/errors table).
    pub fn code(&self) -> &'static str {
        match self {
            BulkError::NotFound => "BULK_NOT_FOUND",
            BulkError::AlreadyAsked => "BULK_EXISTS",
            BulkError::NothingSelected => "BULK_NOTHING_SELECTED",
            BulkError::TooManySelected { .. } => "BULK_TOO_MANY_SELECTED",
            BulkError::TooManyExcepted { .. } => "BULK_TOO_MANY_EXCEPTED",
            BulkError::NothingToDo => "BULK_NOTHING_TO_DO",
            BulkError::TooManyFields { .. } => "BULK_TOO_MANY_FIELDS",
            BulkError::FieldIdentifies { .. } => "BULK_FIELD_IDENTIFIES",
            BulkError::NoTags => "BULK_NO_TAGS",
            BulkError::TooManyTags { .. } => "BULK_TOO_MANY_TAGS",
            BulkError::Groups => "BULK_GROUPS",
            BulkError::OfPeople => "BULK_OF_PEOPLE",
            BulkError::NoSuchUser => "BULK_NO_SUCH_USER",
            BulkError::NoSuchTeam => "BULK_NO_SUCH_TEAM",
            BulkError::NotRunning => "BULK_NOT_RUNNING",
            BulkError::NotEnded => "BULK_NOT_ENDED",
            BulkError::NothingChanged => "BULK_NOTHING_CHANGED",
            BulkError::Undone => "BULK_UNDONE",
            BulkError::Undoing => "BULK_UNDOING",
            BulkError::FilledCopy => "BULK_FILLED_COPY",
            BulkError::NotUndoing => "BULK_NOT_UNDOING",
            BulkError::NoPreview => "BULK_NO_PREVIEW",
            BulkError::NotByItself => "BULK_NOT_BY_ITSELF",
            BulkError::DoesNotAddUp => "BULK_DOES_NOT_ADD_UP",
        }
    }

    /// The input concerned.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            BulkError::NothingSelected
            | BulkError::TooManySelected { .. }
            | BulkError::TooManyExcepted { .. } => Some("selection"),
            BulkError::NothingToDo | BulkError::NotByItself | BulkError::Groups | BulkError::OfPeople => {
                Some("action")
            }
            BulkError::TooManyFields { .. } | BulkError::FieldIdentifies { .. } => Some("fields"),
            BulkError::NoTags | BulkError::TooManyTags { .. } => Some("tags"),
            BulkError::NoSuchUser => Some("owner"),
            BulkError::NoSuchTeam => Some("team"),
            BulkError::NotFound
            | BulkError::AlreadyAsked
            | BulkError::NotRunning
            | BulkError::NotEnded
            | BulkError::NothingChanged
            | BulkError::Undone
            | BulkError::Undoing
            | BulkError::FilledCopy
            | BulkError::NotUndoing
            | BulkError::NoPreview
            | BulkError::DoesNotAddUp => None,
        }
    }
}
