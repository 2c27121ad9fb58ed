//! A job as the System page shows it.

use std::collections::HashMap;

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::jobs::kinds::Kind;
use pivotal_projections::jobs;
use uuid::Uuid;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum JobState {
    Queued,
    Running,
    Done,
    /// Failed too often; waits for a person.
    Parked,
    Cancelled,
}

impl JobState {
    pub fn as_str(self) -> &'static str {
        match self {
            JobState::Queued => "queued",
            JobState::Running => "running",
            JobState::Done => "done",
            JobState::Parked => "parked",
            JobState::Cancelled => "cancelled",
        }
    }

    fn parse(text: &str) -> Self {
        let all = [JobState::Running, JobState::Done, JobState::Parked, JobState::Cancelled];
        all.into_iter().find(|state| state.as_str() == text).unwrap_or(JobState::Queued)
    }
}

/// Rate is in units per second; it and the time left are null while unknown.
#[derive(Debug, Clone, PartialEq, SimpleObject)]
pub struct JobProgress {
    pub done: i64,
    pub total: Option<i64>,
    pub rate: Option<f64>,
    pub eta_seconds: Option<i64>,
    pub phase: Option<String>,
}

impl From<jobs::JobProgress> for JobProgress {
    fn from(progress: jobs::JobProgress) -> Self {
        JobProgress {
            done: progress.done,
            total: progress.total,
            rate: progress.rate,
            eta_seconds: progress.eta_seconds.map(|seconds| seconds.ceil() as i64),
            phase: progress.phase,
        }
    }
}

/// Work outside of requests.
#[derive(Debug, SimpleObject)]
pub struct Job {
    pub id: Uuid,
    pub kind: String,
    pub title: String,
    pub state: JobState,
    pub attempts: i32,
    pub max_attempts: i32,
    /// Of the last failure; of one that is queued, perhaps what it waits for.
    pub error: Option<String>,
    pub run_at: DateTime<Utc>,
    pub created_at: DateTime<Utc>,
    pub started_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
    pub created_by: Option<String>,
    pub progress: JobProgress,
    pub cancellable: bool,
    /// Path in the web app where its result is seen.
    pub link: Option<String>,
}

/// How the jobs of one kind stand that run by themselves. Old ones are forgotten, so `done` counts the last days.
#[derive(Debug, SimpleObject)]
pub struct RoutineJobs {
    pub kind: String,
    /// What a person reads.
    pub label: &'static str,
    pub waiting: i64,
    pub running: i64,
    pub done: i64,
    pub parked: i64,
    pub last_finished_at: Option<DateTime<Utc>>,
}

impl RoutineJobs {
    pub fn of(kind: &'static Kind, sums: jobs::KindSums) -> Self {
        RoutineJobs {
            kind: sums.kind,
            label: kind.label,
            waiting: sums.waiting,
            running: sums.running,
            done: sums.done,
            parked: sums.parked,
            last_finished_at: sums.last_finished_at,
        }
    }
}

impl Job {
    pub fn of(row: jobs::JobRow, names: &HashMap<Uuid, String>) -> Self {
        Job {
            id: row.id,
            state: JobState::parse(&row.state),
            cancellable: row.cancellable(),
            kind: row.kind,
            title: row.title,
            attempts: row.attempts,
            max_attempts: row.max_attempts,
            error: row.error,
            run_at: row.run_at,
            created_at: row.created_at,
            started_at: row.started_at,
            finished_at: row.finished_at,
            created_by: row.created_by.and_then(|id| names.get(&id).cloned()),
            progress: row.progress.into(),
            link: row.link,
        }
    }

    /// What makes a job look different.
    pub fn face(&self) -> (Uuid, JobState, i64, Option<String>, i32, bool) {
        (
            self.id,
            self.state,
            self.progress.done,
            self.progress.phase.clone(),
            self.attempts,
            self.cancellable,
        )
    }
}
