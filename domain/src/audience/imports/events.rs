//! What happens to an import. Cells of the file never stand here: they are personal and live in the file alone.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::mapping::ColumnMapping;
use super::outcome::RunResult;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

/// How the bytes of a file are to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFormat {
    /// WHATWG name, e.g. `UTF-8`, `UTF-16LE`, `windows-1252`.
    pub encoding: String,
    pub delimiter: char,
    /// 1 when the first row names the columns; 0 when the file has no header.
    pub header_row: u32,
    /// As in the file; `Column 1` ... when it has none.
    pub headers: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    pub name: String,
    pub file_name: String,
    /// Where the object store keeps the file.
    pub file_key: String,
    /// Bytes.
    pub file_size: u64,
    /// SHA-256, hex.
    pub file_hash: String,
    pub format: FileFormat,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ImportEvent {
    ImportUploaded {
        at: DateTime<Utc>,
        #[serde(flatten)]
        upload: Upload,
    },
    ImportMapped {
        at: DateTime<Utc>,
        name: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        default_country: Option<String>,
        mapping: Vec<ColumnMapping>,
    },
    ImportStarted {
        at: DateTime<Utc>,
        job: Uuid,
    },
    ImportCompleted {
        at: DateTime<Utc>,
        #[serde(flatten)]
        result: RunResult,
    },
    ImportCancelled {
        at: DateTime<Utc>,
        #[serde(flatten)]
        result: RunResult,
    },
    ImportFailed {
        at: DateTime<Utc>,
        #[serde(flatten)]
        result: RunResult,
        error: String,
    },
}

event_names!(ImportEvent {
    ImportUploaded,
    ImportMapped,
    ImportStarted,
    ImportCompleted,
    ImportCancelled,
    ImportFailed,
});

impl DomainEvent for ImportEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for ImportEvent {
    const AGGREGATE: &'static str = "import";

    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
