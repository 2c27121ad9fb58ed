//! What can be asked of an export.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::events::{Removal, Request, Written};

#[derive(Debug, Clone, PartialEq)]
pub enum ExportCommand {
    Start { at: DateTime<Utc>, by: Uuid, request: Request, job: Uuid },
    Finish { at: DateTime<Utc>, end: End },
    RemoveFile { at: DateTime<Utc>, reason: Removal },
    ForgetFilter { at: DateTime<Utc> },
}

#[derive(Debug, Clone, PartialEq)]
pub enum End {
    Completed(Written),
    Cancelled,
    Failed { error: String },
}
