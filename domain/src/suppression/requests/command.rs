//! What one can ask of a request.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::outcome::{FileRemoval, Outcome};
use super::received::Received;

#[derive(Debug, Clone, PartialEq)]
pub enum RequestCommand {
    Receive {
        at: DateTime<Utc>,
        /// Nil for Pivotal itself.
        by: Uuid,
        received: Box<Received>,
        /// Keyed hashes of the address and the number, as lower-case hex: what is left of an erased person.
        hashes: Vec<String>,
        source: String,
    },
    /// To somebody, or to nobody.
    Assign {
        at: DateTime<Utc>,
        by: Uuid,
        assignee: Option<Uuid>,
    },
    /// By two months, once, with a reason (GDPR art. 12(3)).
    Extend {
        at: DateTime<Utc>,
        why: String,
    },
    /// Somebody begins to work on it.
    Begin {
        at: DateTime<Utc>,
    },
    /// The job that answers is enqueued.
    StartAnswer {
        at: DateTime<Utc>,
        by: Uuid,
        job: Uuid,
    },
    /// The job has done it.
    Answer {
        at: DateTime<Utc>,
        outcome: Outcome,
    },
    Refuse {
        at: DateTime<Utc>,
        why: String,
    },
    RemoveFile {
        at: DateTime<Utc>,
        reason: FileRemoval,
    },
    /// The person is erased: nobody can read any more who it was.
    Forget {
        at: DateTime<Utc>,
    },
}
