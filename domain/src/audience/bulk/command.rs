//! What can be asked of a bulk change.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::events::{Asked, Selected};
use super::outcome::BulkCounts;
use crate::audience::record::previews::PreviewRemoval;
use crate::audience::record::undo::state::UndoCommand;

#[derive(Debug, Clone, PartialEq)]
pub enum BulkCommand {
    Ask {
        at: DateTime<Utc>,
        by: Uuid,
        asked: Asked,
        job: Uuid,
    },
    /// The records are known from here on.
    Select {
        at: DateTime<Utc>,
        selected: Selected,
    },
    Finish {
        at: DateTime<Utc>,
        counts: BulkCounts,
        end: End,
    },
    ForgetWords {
        at: DateTime<Utc>,
    },
    RemovePreview {
        at: DateTime<Utc>,
        job: Uuid,
        reason: PreviewRemoval,
    },
    Undo(UndoCommand),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    Completed,
    Cancelled,
    Failed { error: String },
}
