//! What can be asked of an import.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::events::{ChosenSheet, Upload};
use super::kind::ImportKind;
use super::mapping::ColumnMapping;
use super::outcome::RunResult;
use crate::audience::record::previews::PreviewRemoval;
use crate::audience::record::undo::state::UndoCommand;

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
        kind: ImportKind,
        /// That the client exists is asked before.
        supplied_by: Option<Uuid>,
    },
    ChooseSheet {
        at: DateTime<Utc>,
        sheet: ChosenSheet,
    },
    StartPreview {
        at: DateTime<Utc>,
        job: Uuid,
    },
    FinishPreview {
        at: DateTime<Utc>,
        job: Uuid,
        end: PreviewEnd,
    },
    RemovePreview {
        at: DateTime<Utc>,
        job: Uuid,
        reason: PreviewRemoval,
    },
    Undo(UndoCommand),
    Start {
        at: DateTime<Utc>,
        job: Uuid,
    },
    Finish {
        at: DateTime<Utc>,
        result: RunResult,
        end: End,
    },
    /// The files were kept long enough.
    RemoveFiles {
        at: DateTime<Utc>,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum End {
    Completed,
    Cancelled,
    Failed { error: String },
}

#[derive(Debug, Clone, PartialEq)]
pub enum PreviewEnd {
    Done { result: RunResult, expires_at: DateTime<Utc> },
    Cancelled,
    Failed { error: String },
}
