//! Which records of those that were named can be put into a list or taken out.

use serde::{Deserialize, Serialize};

use crate::audience::bulk::outcome::Refusal;
use crate::audience::record::state::{RecordState, Standing};

/// Records that are added or removed in the request itself. More than these go as a bulk change.
pub const AT_ONCE: usize = 1_000;
/// Lines that can be pasted at once.
pub const PASTED_MAX: usize = 10_000;

/// Why nothing came of an entry that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTaken {
    /// It is no id, and no email or domain either.
    Unreadable,
    /// Several records have it.
    Ambiguous,
    Record(Refusal),
}

impl NotTaken {
    /// Public, stable code.
    pub fn code(self) -> &'static str {
        match self {
            NotTaken::Unreadable => "UNREADABLE",
            NotTaken::Ambiguous => "AMBIGUOUS",
            NotTaken::Record(refusal) => refusal.code(),
        }
    }

    pub const fn sentence(self) -> &'static str {
        match self {
            NotTaken::Unreadable => {
                "It cannot be read. Give an id, or the email of a contact or the domain of an account."
            }
            NotTaken::Ambiguous => "Several records have it. Give the id of the one that is meant.",
            NotTaken::Record(Refusal::NotFound) => "There is no such record.",
            NotTaken::Record(refusal) => refusal.sentence(),
        }
    }
}

/// In or out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    Add,
    Remove,
}

impl Verb {
    /// Whether this record can be: an archived one can, for it may come back and is shown nowhere until then. One that is part
    /// of another now is meant by that one's name.
    pub fn on(self, record: &RecordState) -> Result<(), Refusal> {
        match record.standing {
            Standing::Absent => Err(Refusal::NotFound),
            Standing::Erased => Err(Refusal::Erased),
            Standing::Active | Standing::Archived if record.merged_into.is_some() => Err(Refusal::Merged),
            Standing::Active | Standing::Archived => Ok(()),
        }
    }
}
