//! What became of the records of a chunk when the import was taken back: one fact per chunk, written in the transaction that
//! takes them back.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audience::record::undo::{Left, UndoResult};

pub const IMPORT_CHUNK_UNDONE: &str = "import_chunk_undone";
pub const IMPORT_CHUNK_UNDONE_VERSION: &str = "1.0";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum UndoFact {
    ImportChunkUndone(ChunkUndone),
}

/// Ids, names of fields and reasons; never a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChunkUndone {
    pub import_id: Uuid,
    /// The job: each try to take the import back counts for itself.
    pub undo: Uuid,
    /// Of the run, counted from 0.
    pub chunk: u32,
    #[serde(flatten)]
    pub result: UndoResult,
    /// Records of which something was left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<Left>,
}
