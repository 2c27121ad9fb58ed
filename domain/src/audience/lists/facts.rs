//! Who came into a list and who left, some hundred at a time: ids alone. A fact names whoever was meant; one that was in the list
//! already stays as it came in, and one that was not does not leave.
//!
//! Facts are about the change they belong to, so that a change can be found and taken back: a request of its own, or the bulk change
//! that did it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::change::Verb;
use crate::audience::fields::catalogue::Entity;

pub const LIST_RECORDS_ADDED: &str = "list_records_added";
pub const LIST_RECORDS_ADDED_VERSION: &str = "1.0";
pub const LIST_RECORDS_REMOVED: &str = "list_records_removed";
pub const LIST_RECORDS_REMOVED_VERSION: &str = "1.0";
pub const LIST_CHANGE_UNDONE: &str = "list_change_undone";
pub const LIST_CHANGE_UNDONE_VERSION: &str = "1.0";

/// What all of them are about, by the id of the change.
pub const ABOUT: &str = "list_change";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ListFact {
    ListRecordsAdded(Named),
    ListRecordsRemoved(Named),
    /// Whoever the change brought in leaves, and whoever it took out comes back, unless another change came since.
    ListChangeUndone(Named),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    pub list_id: Uuid,
    pub entity: Entity,
    /// The change they belong to; of an undo, the one that is taken back.
    pub change: Uuid,
    pub at: DateTime<Utc>,
    pub ids: Vec<Uuid>,
}

impl ListFact {
    pub const fn of(verb: Verb, named: Named) -> Self {
        match verb {
            Verb::Add => ListFact::ListRecordsAdded(named),
            Verb::Remove => ListFact::ListRecordsRemoved(named),
        }
    }

    pub const fn kind(&self) -> (&'static str, &'static str) {
        match self {
            ListFact::ListRecordsAdded(_) => (LIST_RECORDS_ADDED, LIST_RECORDS_ADDED_VERSION),
            ListFact::ListRecordsRemoved(_) => (LIST_RECORDS_REMOVED, LIST_RECORDS_REMOVED_VERSION),
            ListFact::ListChangeUndone(_) => (LIST_CHANGE_UNDONE, LIST_CHANGE_UNDONE_VERSION),
        }
    }

    pub const fn named(&self) -> &Named {
        match self {
            ListFact::ListRecordsAdded(named)
            | ListFact::ListRecordsRemoved(named)
            | ListFact::ListChangeUndone(named) => named,
        }
    }
}
