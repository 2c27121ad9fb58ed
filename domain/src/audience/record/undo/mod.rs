//! Taking a piece of work on many records back (an import, a bulk change): what it made is archived, what it changed gets its
//! value of before, what it archived or restored stands as before. What somebody touched since stays as it is, unless it was
//! chosen.

pub mod account;
pub mod consent;
pub mod contact;
pub mod origin;
pub mod state;
pub mod suggestion;
#[cfg(test)]
mod tests;
pub mod trace;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audience::fields::catalogue::Entity;
use crate::audience::record::change::FieldChange;

/// Which records are taken back although somebody touched them since.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chosen {
    #[default]
    None,
    All,
    Records(Vec<Uuid>),
}

impl Chosen {
    pub fn includes(&self, id: Uuid) -> bool {
        match self {
            Chosen::None => false,
            Chosen::All => true,
            Chosen::Records(ids) => ids.contains(&id),
        }
    }
}

/// What became of a record that the work made or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UndoOutcome {
    /// The import made it.
    Archived,
    /// It is as it was before.
    Reverted,
    /// Some of its values got their old one, others were touched since.
    Partly,
    /// Left as it is, with everything that was done to it.
    Kept,
    /// There was nothing (more) to take back.
    Nothing,
    /// The person was erased.
    Gone,
}

/// Why something was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Somebody changed the value, or the record, since.
    ChangedSince,
    /// Something happened with the record since: it was written to, called, or others were linked to it.
    ActivitySince,
    /// It was archived since: values of archived records are not changed.
    ArchivedSince,
    /// Another record has the old value now, and only one may.
    ValueTaken,
    /// Without the values of the work nobody could find the record again.
    NoKey,
}

impl Reason {
    /// Whether choosing the record takes it back all the same.
    pub fn is_choosable(self) -> bool {
        self.way_out().is_none()
    }

    /// Of a conflict that choosing does not settle: what would.
    pub fn way_out(self) -> Option<&'static str> {
        match self {
            Reason::ChangedSince | Reason::ActivitySince => None,
            Reason::ArchivedSince => Some(
                "Values of archived records are not changed, chosen or not. Restore the record first, then undo again.",
            ),
            Reason::ValueTaken => Some(
                "Only one record may have the value. Take it from the other record, or merge the two, then undo again.",
            ),
            Reason::NoKey => Some(
                "Nothing that identifies the record would be left. Give it an email, a profile or a name with an account first, or archive it.",
            ),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// None: the record as a whole.
    #[serde(rename = "f", default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    #[serde(rename = "r")]
    pub reason: Reason,
}

impl Conflict {
    pub fn of(reason: Reason) -> Self {
        Conflict { field: None, reason }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UndoCounts {
    pub archived: u64,
    pub reverted: u64,
    pub partly: u64,
    pub kept: u64,
    pub nothing: u64,
    pub gone: u64,
}

impl UndoCounts {
    pub fn count(&mut self, outcome: UndoOutcome) {
        match outcome {
            UndoOutcome::Archived => self.archived += 1,
            UndoOutcome::Reverted => self.reverted += 1,
            UndoOutcome::Partly => self.partly += 1,
            UndoOutcome::Kept => self.kept += 1,
            UndoOutcome::Nothing => self.nothing += 1,
            UndoOutcome::Gone => self.gone += 1,
        }
    }

    pub fn add(&mut self, other: &UndoCounts) {
        self.archived += other.archived;
        self.reverted += other.reverted;
        self.partly += other.partly;
        self.kept += other.kept;
        self.nothing += other.nothing;
        self.gone += other.gone;
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UndoResult {
    pub contacts: UndoCounts,
    pub accounts: UndoCounts,
}

impl UndoResult {
    pub fn add(&mut self, other: &UndoResult) {
        self.contacts.add(&other.contacts);
        self.accounts.add(&other.accounts);
    }

    /// Records of which something was left.
    pub fn left(&self) -> u64 {
        [self.contacts, self.accounts].iter().map(|counts| counts.partly + counts.kept).sum()
    }
}

/// What is known about a record besides its own events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Around {
    /// Somebody wants it taken back whatever happened to it since.
    pub chosen: bool,
    /// Something happened with it since.
    pub activity: bool,
}

/// What taking one record back comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Undone<E> {
    pub outcome: UndoOutcome,
    pub events: Vec<E>,
    /// Values as they are (old) and as they will be (new).
    pub changes: BTreeMap<String, FieldChange>,
    pub conflicts: Vec<Conflict>,
}

impl<E> Undone<E> {
    fn plain(outcome: UndoOutcome) -> Self {
        Undone { outcome, events: Vec::new(), changes: BTreeMap::new(), conflicts: Vec::new() }
    }

    fn kept(conflicts: Vec<Conflict>) -> Self {
        Undone { conflicts, ..Undone::plain(UndoOutcome::Kept) }
    }
}

/// A record of which something was left. Ids, names of fields and reasons; never a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    pub id: Uuid,
    #[serde(rename = "e")]
    pub entity: Entity,
    #[serde(rename = "o")]
    pub outcome: UndoOutcome,
    #[serde(rename = "c")]
    pub conflicts: Vec<Conflict>,
}

/// What taking one chunk of the work back came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChunkTakenBack {
    /// The job: each try to take the work back counts for itself.
    pub undo: Uuid,
    /// Of the work, counted from 0.
    pub chunk: u32,
    pub result: UndoResult,
    /// Records of which something was left.
    pub left: Vec<Left>,
}
