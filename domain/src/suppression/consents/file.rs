//! The file that proves a consent. What it holds stands in the object store, never in the log.

use serde::{Deserialize, Serialize};

/// Largest file, in bytes: a scan of some pages, or a recording of a call.
pub const SIZE_MAX: u64 = 20 * 1024 * 1024;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProofFile {
    /// Where it is stored. It says nothing about anybody.
    pub key: String,
    /// As it was called; `None` once the person is erased.
    pub name: Option<String>,
    pub size: u64,
    /// Of its bytes, in hex: whoever holds the file can tell that it is the one.
    pub sha256: String,
}
