//! What a file of suppressions came to: told once, when it was read to its end, and kept when job and file are gone.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::reach::Reach;
use super::reason::Reason;

pub const FILE_READ: &str = "suppression_file_read";
pub const FILE_READ_VERSION: &str = "1.0";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SuppressionFact {
    SuppressionFileRead(FileRead),
}

/// Numbers and days; never a value of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRead {
    pub at: DateTime<Utc>,
    pub reach: Reach,
    pub reason: Reason,
    /// Of numbers without a country code.
    pub country: Option<String>,
    /// Of a national register: the day its file is of.
    pub as_of: Option<NaiveDate>,
    pub rows: u64,
    pub added: u64,
    pub already: u64,
    pub refused: u64,
}
