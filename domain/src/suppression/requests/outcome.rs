//! What came of a request: numbers, ids and positions, which stay when the person is forgotten.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What was held about the person, counted place by place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holdings {
    /// Contacts, also archived ones and those that were merged.
    #[serde(default)]
    pub contacts: u64,
    /// Entries of the log under the person's keys.
    #[serde(default)]
    pub events: u64,
    /// Statements about consent.
    #[serde(default)]
    pub consents: u64,
    #[serde(default)]
    pub suppressions: u64,
    /// About the person.
    #[serde(default)]
    pub tasks: u64,
    #[serde(default)]
    pub notes: u64,
    /// Imports the person came by.
    #[serde(default)]
    pub imports: u64,
    /// Files of contacts that may hold the person: who is in a file is written down nowhere.
    #[serde(default)]
    pub exports: u64,
    /// Rows of import files and reject files that hold the person, also where no contact came of them. Counted with the answer:
    /// before that nobody reads the files.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub import_rows: u64,
}

/// As serde asks.
fn is_zero(count: &u64) -> bool {
    *count == 0
}

impl Holdings {
    /// Place by place, for people and documents.
    pub fn places(&self) -> [(&'static str, u64); 9] {
        [
            ("contacts", self.contacts),
            ("events", self.events),
            ("consents", self.consents),
            ("suppressions", self.suppressions),
            ("tasks", self.tasks),
            ("notes", self.notes),
            ("imports", self.imports),
            ("exports", self.exports),
            ("import rows", self.import_rows),
        ]
    }

    pub fn is_empty(&self) -> bool {
        self.places().iter().all(|(_, count)| *count == 0)
    }
}

/// The file with everything about the person. What it holds stands in the object store, never in the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerFile {
    /// Where it is stored. It says nothing about anybody.
    pub key: String,
    pub size: u64,
    /// Of its bytes, in hex.
    pub sha256: String,
    /// From then on it is gone.
    pub expires_at: DateTime<Utc>,
}

/// So many rows of an import's files hold the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowsHeld {
    pub import: Uuid,
    pub rows: u64,
}

impl RowsHeld {
    pub fn total(held: &[RowsHeld]) -> u64 {
        held.iter().map(|one| one.rows).sum()
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub holdings: Holdings,
    /// Those that were answered with, or erased.
    #[serde(default)]
    pub contacts: Vec<Uuid>,
    /// Those that keep an erased person from being contacted.
    #[serde(default)]
    pub suppressions: Vec<Uuid>,
    /// Imports whose files held the person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<RowsHeld>,
    /// Of the events that erased, in the log.
    #[serde(default)]
    pub positions: Vec<i64>,
    /// Of an access.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<AnswerFile>,
}

/// Why a file is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileRemoval {
    /// Its time was over.
    Expired,
    /// The person was erased.
    Erasure,
}
