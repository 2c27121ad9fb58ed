//! What became of a chunk of rows: one fact per chunk, written in the transaction that writes the chunk's records.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::outcome::{Outcomes, RowOutcome};

pub const IMPORT_CHUNK_RAN: &str = "import_chunk_ran";
pub const IMPORT_CHUNK_RAN_VERSION: &str = "1.0";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportFact {
    ImportChunkRan(ChunkRan),
}

/// No cell of the file stands here, only row numbers, ids and codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChunkRan {
    pub import_id: Uuid,
    pub chunk: u32,
    /// Rows of the file as a spreadsheet counts them: the header is row 1.
    pub first_row: u32,
    pub last_row: u32,
    pub outcomes: Outcomes,
    pub accounts_created: u32,
    pub accounts_updated: u32,
    pub records: Vec<RowRecord>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<RowProblem>,
}

/// Short keys: there is one of these per row of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowRecord {
    #[serde(rename = "r")]
    pub row: u32,
    #[serde(rename = "o")]
    pub outcome: RowOutcome,
    /// The contact; none when the row was rejected.
    #[serde(rename = "id", default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Uuid>,
    /// Row of the same file it was merged into.
    #[serde(rename = "into", default, skip_serializing_if = "Option::is_none")]
    pub into: Option<u32>,
}

/// Why a row was rejected, or what about it was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowProblem {
    pub row: u32,
    /// `email_syntax`, `row_too_short`, ... (the table of codes in `fields::parse` and `imports`).
    pub code: String,
    /// The field concerned, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// False: a warning; the row went in.
    pub rejected: bool,
}
