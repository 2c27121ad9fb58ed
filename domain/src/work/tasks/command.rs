//! What may be asked of a task.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Priority;
use super::due::Due;
use crate::work::about::About;

#[derive(Debug, Clone, PartialEq)]
pub enum TaskCommand {
    Create {
        task: NewTask,
        by: Option<Uuid>,
        at: DateTime<Utc>,
    },
    Change {
        changes: TaskChanges,
        expected: Option<i64>,
        by: Option<Uuid>,
        at: DateTime<Utc>,
    },
    Complete {
        by: Option<Uuid>,
        at: DateTime<Utc>,
    },
    Cancel {
        by: Option<Uuid>,
        at: DateTime<Utc>,
    },
    Reopen {
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

/// Text as it was typed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NewTask {
    pub about: Option<About>,
    pub title: String,
    pub details: Option<String>,
    pub due: Option<Due>,
    pub priority: Priority,
    pub assignee: Option<Uuid>,
}

/// What is said anew; an outer `None` leaves a part as it is, an inner one empties it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TaskChanges {
    pub title: Option<String>,
    pub details: Option<Option<String>>,
    pub due: Option<Option<Due>>,
    pub priority: Option<Priority>,
    pub assignee: Option<Option<Uuid>>,
}

impl TaskChanges {
    /// Whether it brings new text.
    pub fn writes(&self) -> bool {
        self.title.is_some() || self.details.as_ref().is_some_and(Option::is_some)
    }
}
