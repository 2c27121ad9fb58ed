//! A record as a look at an undo tells of it, before anything is taken back.

use std::collections::BTreeMap;

use pivotal_domain::audience::imports::mapping::MappedEntity;
use pivotal_domain::audience::imports::undo::{Conflict, UndoOutcome};
use pivotal_domain::audience::record::change::FieldChange;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audience::imports::preview::lists::List;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UndoRow {
    pub entity: MappedEntity,
    pub record: Uuid,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    pub outcome: UndoOutcome,
    /// Values as they are (old) and as they would be (new).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changes: BTreeMap<String, FieldChange>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
}

impl UndoRow {
    /// One that is reverted in part stands among the conflicts too.
    pub fn lists(&self) -> &'static [List] {
        match self.outcome {
            UndoOutcome::Archived => &[List::UndoArchived],
            UndoOutcome::Reverted => &[List::UndoReverted],
            UndoOutcome::Partly => &[List::UndoReverted, List::UndoConflicts],
            UndoOutcome::Kept => &[List::UndoConflicts],
            UndoOutcome::Nothing | UndoOutcome::Gone => &[],
        }
    }
}
