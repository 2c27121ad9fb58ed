//! What can be asked of an import.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::events::Upload;
use super::mapping::ColumnMapping;
use super::outcome::RunResult;

#[derive(Debug, Clone, PartialEq)]
pub enum ImportCommand {
    Upload {
        at: DateTime<Utc>,
        upload: Upload,
    },
    Map {
        at: DateTime<Utc>,
        name: Option<String>,
        default_country: Option<String>,
        mapping: Vec<ColumnMapping>,
    },
    Start {
        at: DateTime<Utc>,
        job: Uuid,
    },
    Finish {
        at: DateTime<Utc>,
        result: RunResult,
        end: End,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum End {
    Completed,
    Cancelled,
    Failed { error: String },
}
