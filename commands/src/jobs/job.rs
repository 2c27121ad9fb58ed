//! A job as its row has it.

use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub enum JobState {
    /// Waits for its time or for a worker.
    Queued,
    Running,
    Done,
    /// Failed too often, or in a way that trying again cannot help. Waits for a person.
    Parked,
    Cancelled,
}

impl JobState {
    /// Nothing will happen to it any more by itself or by a retry.
    pub fn is_over(self) -> bool {
        matches!(self, JobState::Done | JobState::Cancelled)
    }
}

#[derive(Debug, Clone)]
pub struct Job {
    pub id: Uuid,
    pub kind: String,
    pub title: String,
    pub payload: Value,
    pub state: JobState,
    pub priority: i16,
    pub run_at: DateTime<Utc>,
    pub attempts: i32,
    pub max_attempts: i32,
    pub cancel_requested: bool,
    /// Causes from the outermost in, of the last failure.
    pub error: Option<String>,
    /// Of one that is queued: what it comes again for. No try counts for it.
    pub waits_for: Option<String>,
    pub link: Option<String>,
    pub created_by: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    pub started_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
    pub progress: Progress,
}

/// How far a job is, with its pace at the moment of reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    pub done: i64,
    pub total: Option<i64>,
    pub phase: Option<String>,
    /// What the handler needs to resume.
    pub state: Value,
    /// Units per second of the running try.
    pub rate: Option<f64>,
    pub eta_seconds: Option<f64>,
}
