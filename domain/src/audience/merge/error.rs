//! Why records are not merged, in words for the person who asked.

use super::MOST;
use crate::audience::accounts::error::AccountError;
use crate::audience::bulk::outcome::Refusal;
use crate::audience::contacts::error::ContactError;
use crate::audience::fields::parse::VALUES_MAX;

/// `name` is what people call the record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    #[error("Choose at least two records to merge.")]
    TooFew,
    #[error(
        "At most {MOST} records can be merged into one at once, and {count} were chosen. Merge some first, then the others."
    )]
    TooMany { count: usize },
    #[error("A record cannot be merged into itself. Choose another to keep.")]
    Itself,
    #[error("One of these records does not exist, or you may not see it. Nothing was merged.")]
    NotFound,
    #[error(
        "Your role may merge only records that are owned by you or belong to one of your teams. Nothing was merged."
    )]
    OutOfReach,
    #[error("{name} is archived. Restore it first, or leave it out. Nothing was merged.")]
    Archived { name: String },
    #[error(
        "{name} was merged into another record already. Open that one, or undo that merge. Nothing was merged."
    )]
    AlreadyMerged { name: String },
    #[error("One of these people was erased at their request. Leave that record out. Nothing was merged.")]
    Erased,
    #[error("{name} was changed while you were looking. Look at it again, then merge. Nothing was merged.")]
    ChangedSince { name: String },
    #[error("The value of {field} was chosen from a record that is not being merged.")]
    ChoiceElsewhere { field: String },
    #[error(
        "{field} belongs together with other fields that were chosen from another record. Choose them from one."
    )]
    ChoiceSplit { field: String },
    #[error("There is no field {field}. Leave it out.")]
    NoSuchField { field: String },
    #[error("{field} is not chosen when records are merged: it follows from them. Leave it out.")]
    NoChoice { field: String },
    #[error(
        "{name} was supplied by a client for their use only, and the record that would stay is used for everybody. Keep the client's record instead, or lift its restriction first. Nothing was merged."
    )]
    Restricted { name: String },
    #[error(
        "{name} was supplied by another client than the record that would stay, each for their own use only. Leave one out, or lift a restriction first. Nothing was merged."
    )]
    OtherClients { name: String },
    #[error(
        "Together they have more than {VALUES_MAX} values in {field}. Remove some first. Nothing was merged."
    )]
    TooManyValues { field: String },
    #[error(
        "One of these accounts stands above another through a third. Change their parents first. Nothing was merged."
    )]
    ParentCycle,
    #[error(
        "With these values nobody could find the record again. Keep an email, a LinkedIn address, or a name together with an account."
    )]
    NoKey,
    #[error("An account needs a name. Choose one.")]
    NoName,
}

impl MergeError {
    /// Public, stable code (api/errors table).
    pub fn code(&self) -> &'static str {
        match self {
            MergeError::TooFew => "MERGE_TOO_FEW",
            MergeError::TooMany { .. } => "MERGE_TOO_MANY",
            MergeError::Itself => "MERGE_ITSELF",
            MergeError::NotFound => "MERGE_NOT_FOUND",
            MergeError::OutOfReach => "MERGE_OUT_OF_REACH",
            MergeError::Archived { .. } => "MERGE_ARCHIVED",
            MergeError::AlreadyMerged { .. } => "MERGE_ALREADY_MERGED",
            MergeError::Erased => "MERGE_ERASED",
            MergeError::ChangedSince { .. } => "MERGE_CHANGED_SINCE",
            MergeError::ChoiceElsewhere { .. } => "MERGE_CHOICE_ELSEWHERE",
            MergeError::ChoiceSplit { .. } => "MERGE_CHOICE_SPLIT",
            MergeError::NoSuchField { .. } => "MERGE_NO_SUCH_FIELD",
            MergeError::NoChoice { .. } => "MERGE_NO_CHOICE",
            MergeError::Restricted { .. } => "MERGE_RESTRICTED",
            MergeError::OtherClients { .. } => "MERGE_OTHER_CLIENTS",
            MergeError::TooManyValues { .. } => "MERGE_TOO_MANY_VALUES",
            MergeError::ParentCycle => "MERGE_PARENT_CYCLE",
            MergeError::NoKey => "MERGE_NO_KEY",
            MergeError::NoName => "MERGE_NO_NAME",
        }
    }

    /// The input concerned.
    pub fn field(&self) -> Option<&str> {
        match self {
            MergeError::TooFew | MergeError::TooMany { .. } | MergeError::Itself => Some("absorbed"),
            MergeError::ChoiceElsewhere { field }
            | MergeError::ChoiceSplit { field }
            | MergeError::NoSuchField { field }
            | MergeError::NoChoice { field } => Some(field),
            MergeError::NotFound
            | MergeError::OutOfReach
            | MergeError::Archived { .. }
            | MergeError::AlreadyMerged { .. }
            | MergeError::Erased
            | MergeError::ChangedSince { .. }
            | MergeError::Restricted { .. }
            | MergeError::OtherClients { .. }
            | MergeError::TooManyValues { .. }
            | MergeError::ParentCycle
            | MergeError::NoKey
            | MergeError::NoName => None,
        }
    }
}

/// In the list of what became of many.
impl From<&MergeError> for Refusal {
    fn from(error: &MergeError) -> Self {
        match error {
            MergeError::TooFew | MergeError::Itself | MergeError::NotFound => Refusal::NotFound,
            MergeError::OutOfReach => Refusal::OutOfReach,
            MergeError::Archived { .. } => Refusal::Archived,
            MergeError::AlreadyMerged { .. } => Refusal::Merged,
            MergeError::Erased => Refusal::Erased,
            MergeError::ChangedSince { .. } => Refusal::ChangedSince,
            MergeError::TooMany { .. } | MergeError::TooManyValues { .. } => Refusal::TooMuch,
            MergeError::ParentCycle => Refusal::ParentCycle,
            MergeError::NoKey | MergeError::NoName => Refusal::NoKey,
            MergeError::ChoiceElsewhere { .. }
            | MergeError::ChoiceSplit { .. }
            | MergeError::NoSuchField { .. }
            | MergeError::NoChoice { .. } => Refusal::Value,
            MergeError::Restricted { .. } | MergeError::OtherClients { .. } => Refusal::Restricted,
        }
    }
}

/// What is left once the parts were checked: a survivor that nobody could find any more.
impl From<ContactError> for MergeError {
    fn from(error: ContactError) -> Self {
        match error {
            ContactError::NoKey => MergeError::NoKey,
            ContactError::Erased => MergeError::Erased,
            ContactError::NotFound
            | ContactError::AlreadyExists
            | ContactError::Archived
            | ContactError::Merged
            | ContactError::NotMerged
            | ContactError::ErasureWithoutRequest => MergeError::NotFound,
        }
    }
}

impl From<AccountError> for MergeError {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::NoName => MergeError::NoName,
            AccountError::ParentCycle => MergeError::ParentCycle,
            AccountError::NotFound
            | AccountError::AlreadyExists
            | AccountError::Archived
            | AccountError::Merged
            | AccountError::NotMerged => MergeError::NotFound,
        }
    }
}
