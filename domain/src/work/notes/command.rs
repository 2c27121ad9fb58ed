//! What may be asked of a note.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::work::about::About;

#[derive(Debug, Clone, PartialEq)]
pub enum NoteCommand {
    /// `body` as it was typed.
    Add {
        about: About,
        body: String,
        pinned: bool,
        by: Option<Uuid>,
        at: DateTime<Utc>,
    },
    Edit {
        body: String,
        expected: Option<i64>,
        by: Option<Uuid>,
        at: DateTime<Utc>,
    },
    Pin {
        pinned: bool,
        at: DateTime<Utc>,
    },
    Delete {
        at: DateTime<Utc>,
    },
    Restore {
        at: DateTime<Utc>,
    },
    /// Because it names a person who was erased.
    ForgetText {
        at: DateTime<Utc>,
    },
}
