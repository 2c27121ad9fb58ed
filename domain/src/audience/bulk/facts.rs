//! Records of a bulk change, chunk by chunk: which they are, what became of them, what an undo made of them. Ids, codes and names
//! of fields; never a value.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::outcome::{BulkCounts, RecordOutcome, Refusal};
use crate::audience::record::undo::{Left, UndoResult};

pub const BULK_CHUNK_SELECTED: &str = "bulk_chunk_selected";
pub const BULK_CHUNK_SELECTED_VERSION: &str = "1.0";
pub const BULK_CHUNK_RAN: &str = "bulk_chunk_ran";
pub const BULK_CHUNK_RAN_VERSION: &str = "1.0";
pub const BULK_CHUNK_UNDONE: &str = "bulk_chunk_undone";
pub const BULK_CHUNK_UNDONE_VERSION: &str = "1.0";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum BulkFact {
    BulkChunkSelected(ChunkSelected),
    BulkChunkRan(ChunkRan),
    BulkChunkUndone(ChunkUndone),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChunkSelected {
    pub bulk_id: Uuid,
    /// Each try to gather the records counts for itself.
    pub selection: Uuid,
    pub chunk: u32,
    pub ids: Vec<Uuid>,
}

/// Written in the transaction that changes the chunk's records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChunkRan {
    pub bulk_id: Uuid,
    pub chunk: u32,
    pub counts: BulkCounts,
    pub records: Vec<RecordRan>,
}

/// Short keys: there is one of these per record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordRan {
    pub id: Uuid,
    #[serde(rename = "o")]
    pub outcome: RecordOutcome,
    #[serde(rename = "r", default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChunkUndone {
    pub bulk_id: Uuid,
    /// The job: each try to take the change back counts for itself.
    pub undo: Uuid,
    /// Of the run, counted from 0.
    pub chunk: u32,
    #[serde(flatten)]
    pub result: UndoResult,
    /// Records of which something was left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<Left>,
}
