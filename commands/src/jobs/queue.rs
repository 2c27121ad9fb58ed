//! The queue as the rest of the product uses it: enqueue, look at, cancel, retry.

use std::sync::Arc;

use chrono::{DateTime, SubsecRound, Utc};
use pivotal_log::append::NewJob;
use pivotal_log::clock::SharedClock;
use sqlx::{PgExecutor, PgPool};
use tokio::sync::Notify;
use uuid::Uuid;

use super::job::{Job, JobState, Progress};
use super::{kinds, lease};

/// Cheap to clone. Clones share the bell that wakes this process's worker.
#[derive(Clone)]
pub struct JobQueue {
    pub(super) pool: PgPool,
    clock: SharedClock,
    bell: Arc<Notify>,
}

/// What became of a request to enqueue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enqueued {
    New(Uuid),
    /// A job with the same unique key is open; this is its id.
    AlreadyOpen(Uuid),
}

/// What became of a request to cancel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cancelled {
    AtOnce,
    /// It is running, or its handler must settle the cancel; it ends shortly.
    Requested,
    /// It was done or cancelled before. A repeat is no mistake.
    WasOver(JobState),
}

#[derive(Debug, thiserror::Error)]
pub enum JobQueueError {
    #[error("There is no job with this id.")]
    NotFound,
    #[error("Only a parked job can be retried, and this one is {}.", match .0 { JobState::Queued => "waiting for its turn", JobState::Running => "running", JobState::Done => "done", JobState::Parked => "parked", JobState::Cancelled => "cancelled" })]
    NotParked(JobState),
    #[error("The same work is waiting or running in another job. Let that one end first.")]
    AlreadyOpen,
    #[error("the job queue failed")]
    Database(#[from] sqlx::Error),
}

impl JobQueueError {
    /// Public, stable code (api/errors table); none for a fault of ours.
    pub fn code(&self) -> Option<&'static str> {
        match self {
            JobQueueError::NotFound => Some("JOB_NOT_FOUND"),
            JobQueueError::NotParked(_) => Some("JOB_NOT_PARKED"),
            JobQueueError::AlreadyOpen => Some("JOB_ALREADY_OPEN"),
            JobQueueError::Database(_) => None,
        }
    }
}

impl std::fmt::Debug for JobQueue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JobQueue(..)")
    }
}

impl JobQueue {
    pub fn new(pool: PgPool, clock: SharedClock) -> Self {
        JobQueue { pool, clock, bell: Arc::new(Notify::new()) }
    }

    /// Enqueues by itself. What belongs to a decision is enqueued in its append instead, followed by [`Self::wake`].
    pub async fn enqueue(&self, job: &NewJob) -> Result<Enqueued, JobQueueError> {
        loop {
            if insert_in(&self.pool, job, self.now()).await? {
                self.wake();
                return Ok(Enqueued::New(job.id));
            }
            let open = sqlx::query_scalar!(
                "select id from jobs.queue where unique_key = $1 and state in ('queued', 'running')",
                job.unique_key
            )
            .fetch_optional(&self.pool)
            .await?;
            // None: it ended between the two statements, so there is room now.
            if let Some(open) = open {
                return Ok(Enqueued::AlreadyOpen(open));
            }
        }
    }

    /// Tells this process's worker to look at once. Workers elsewhere find the job at their next poll.
    pub fn wake(&self) {
        self.bell.notify_one();
    }

    /// The job with its pace as of now.
    pub async fn find(&self, id: Uuid) -> Result<Option<Job>, JobQueueError> {
        let row = sqlx::query!(
            r#"select q.id, kind, title, payload, state as "state: JobState", priority, run_at, attempts, max_attempts, cancel_requested, error, waits_for, link, created_by,
                 created_at, started_at, finished_at, progress_done, progress_total, progress_phase, progress_state,
                 rate as "rate?", jobs.eta_seconds(progress_done, progress_total, rate) as eta_seconds
               from jobs.queue q, lateral (select case when q.state = 'running' then jobs.rate(progress_done, try_started_done, try_started_at, $2) end as rate) pace
               where q.id = $1"#,
            id, self.now()
        ).fetch_optional(&self.pool).await?;
        Ok(row.map(|row| Job {
            id: row.id,
            kind: row.kind,
            title: row.title,
            payload: row.payload,
            state: row.state,
            priority: row.priority,
            run_at: row.run_at,
            attempts: row.attempts,
            max_attempts: row.max_attempts,
            cancel_requested: row.cancel_requested,
            error: row.error,
            waits_for: row.waits_for,
            link: row.link,
            created_by: row.created_by,
            created_at: row.created_at,
            started_at: row.started_at,
            finished_at: row.finished_at,
            progress: Progress {
                done: row.progress_done,
                total: row.progress_total,
                phase: row.progress_phase,
                state: row.progress_state,
                rate: row.rate,
                eta_seconds: row.eta_seconds,
            },
        }))
    }

    /// A waiting or parked job is cancelled on the spot, unless its handler must settle it: then it runs once more for
    /// that. A running one is told within half a second.
    pub async fn cancel(&self, id: Uuid) -> Result<Cancelled, JobQueueError> {
        let now = self.now();
        let row = sqlx::query!(
            r#"with found as (
                 select id, state as before, state in ('queued', 'parked') and not kind = any($3) as at_once from jobs.queue where id = $1 for update
               ), changed as (
                 update jobs.queue q set cancel_requested = true, updated_at = $2::timestamptz,
                   state = case when f.at_once then 'cancelled' when f.before = 'parked' then 'queued' else q.state end,
                   finished_at = case when f.at_once then $2::timestamptz end,
                   attempts = case when f.before = 'parked' then 0 else q.attempts end,
                   run_at = case when f.before = 'running' then q.run_at else least(q.run_at, $2::timestamptz) end
                 from found f where q.id = f.id and f.before in ('queued', 'running', 'parked') returning 1
               )
               select before as "before: JobState", at_once as "at_once!" from found"#,
            id, now, &kinds::settling()
        ).fetch_optional(&self.pool).await.map_err(another_open)?.ok_or(JobQueueError::NotFound)?;
        if row.before.is_over() {
            return Ok(Cancelled::WasOver(row.before));
        }
        self.wake();
        Ok(if row.at_once { Cancelled::AtOnce } else { Cancelled::Requested })
    }

    /// Gives a parked job a fresh set of tries, from where it stopped.
    pub async fn retry(&self, id: Uuid) -> Result<(), JobQueueError> {
        let before = sqlx::query_scalar!(
            r#"with found as (select id, state as before from jobs.queue where id = $1 for update), changed as (
                 update jobs.queue q set state = 'queued', attempts = 0, run_at = $2, cancel_requested = false, updated_at = $2
                 from found f where q.id = f.id and f.before = 'parked' returning 1
               )
               select before as "before: JobState" from found"#,
            id, self.now()
        ).fetch_optional(&self.pool).await.map_err(another_open)?.ok_or(JobQueueError::NotFound)?;
        if before != JobState::Parked {
            return Err(JobQueueError::NotParked(before));
        }
        self.wake();
        Ok(())
    }

    /// Takes back every job that was claimed before `moment`, without waiting for its lease to run out.
    ///
    /// For the process that has just started the database by itself: whoever worked on it before is gone. Should one
    /// live on after all, it has lost its lease, and what it still writes does not count.
    pub async fn take_back_from_before(&self, moment: DateTime<Utc>) -> Result<(), JobQueueError> {
        Ok(self.take_back(Some(moment)).await?)
    }

    pub(super) async fn take_back(&self, void_before: Option<DateTime<Utc>>) -> Result<(), sqlx::Error> {
        for gone in lease::reclaim(&self.pool, self.now(), void_before).await? {
            metrics::counter!("pivotal_jobs_reclaimed_total", "kind" => gone.kind.clone()).increment(1);
            tracing::warn!(job = %gone.id, kind = gone.kind, state = gone.state, "took back a job whose worker is gone");
            self.wake();
        }
        Ok(())
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        // Microseconds are what Postgres keeps.
        self.clock.now().trunc_subsecs(6)
    }

    /// Waits for [`Self::wake`]; a call while nobody waits is remembered.
    pub(super) async fn woken(&self) {
        self.bell.notified().await;
    }
}

/// Inserts the job unless one with its unique key is open. True when it was inserted.
pub(crate) async fn insert_in(
    executor: impl PgExecutor<'_>,
    job: &NewJob,
    now: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    let written = sqlx::query!(
        "insert into jobs.queue (id, kind, title, payload, unique_key, run_at, priority, max_attempts, link, created_by, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
         on conflict (unique_key) where unique_key is not null and state in ('queued', 'running') do nothing",
        job.id, job.kind, job.title, job.payload, job.unique_key, job.run_at.unwrap_or(now), job.priority, job.max_attempts, job.link, job.created_by, now
    ).execute(executor).await?;
    Ok(written.rows_affected() == 1)
}

fn another_open(error: sqlx::Error) -> JobQueueError {
    match &error {
        sqlx::Error::Database(db) if db.constraint() == Some("queue_unique_open") => {
            JobQueueError::AlreadyOpen
        }
        _ => JobQueueError::Database(error),
    }
}
