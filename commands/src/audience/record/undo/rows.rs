//! A record as a look at an undo tells of it, before anything is taken back.

use std::collections::BTreeMap;

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::change::FieldChange;
use pivotal_domain::audience::record::undo::{Conflict, UndoOutcome};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audience::record::lists::ListName;

/// Which list of a look at an undo: what would be archived, reverted, and left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UndoList {
    Archived,
    Reverted,
    Conflicts,
}

impl ListName for UndoList {
    const ALL: &'static [UndoList] = &[UndoList::Archived, UndoList::Reverted, UndoList::Conflicts];

    fn kind(self) -> &'static str {
        match self {
            UndoList::Archived => "preview-undo-archived",
            UndoList::Reverted => "preview-undo-reverted",
            UndoList::Conflicts => "preview-undo-conflicts",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UndoRow {
    pub entity: Entity,
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
    pub fn lists(&self) -> &'static [UndoList] {
        match self.outcome {
            UndoOutcome::Archived => &[UndoList::Archived],
            UndoOutcome::Reverted => &[UndoList::Reverted],
            UndoOutcome::Partly => &[UndoList::Reverted, UndoList::Conflicts],
            UndoOutcome::Kept => &[UndoList::Conflicts],
            UndoOutcome::Nothing | UndoOutcome::Gone => &[],
        }
    }
}
