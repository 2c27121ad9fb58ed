//! That a task is due: told once of each of its times, to whoever has it then.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::due::Due;

pub const TASK_DUE: &str = "task_due";
pub const TASK_DUE_VERSION: &str = "1.0";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaskFact {
    TaskDue(DueTold),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueTold {
    pub at: DateTime<Utc>,
    pub assignee: Uuid,
    /// As it was then: a task that is moved is told of anew.
    pub due: Due,
}
