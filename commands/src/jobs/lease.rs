//! The life of a claim: taken, kept alive, settled, or taken back when its worker died.
//!
//! Every change names the lease it was made under. A worker that lost its lease changes nothing, whatever it believes.

use chrono::{DateTime, Duration, Utc};
use sqlx::PgPool;
use uuid::Uuid;

use super::kinds;
use super::running::{RunningJob, Signal, Stop};

/// Claims the most urgent job that is due, of one of `kinds`.
///
/// A job that was due when it was made is due, whatever this machine's clock says: the database's may be ahead of it.
pub(super) async fn claim(
    pool: &PgPool,
    worker: &str,
    kinds: &[String],
    now: DateTime<Utc>,
    lease: Duration,
) -> Result<Option<RunningJob>, sqlx::Error> {
    let lease_by = format!("{worker}/{}", Uuid::now_v7());
    let row = sqlx::query!(
        "update jobs.queue set state = 'running', attempts = attempts + 1, lease_by = $1, lease_until = $2, started_at = coalesce(started_at, $3),
           try_started_at = $3, try_started_done = progress_done, updated_at = $3
         where id = (
           select id from jobs.queue
           where state = 'queued' and (run_at <= $3 or (attempts = 0 and run_at <= created_at)) and kind = any($4)
           order by priority desc, run_at, id limit 1 for update skip locked)
         returning id, kind, title, payload, attempts, max_attempts, created_by, progress_done, progress_total, progress_state, cancel_requested",
        lease_by, now + lease, now, kinds
    ).fetch_optional(pool).await?;
    Ok(row.map(|row| RunningJob {
        id: row.id,
        kind: row.kind,
        title: row.title,
        payload: row.payload,
        attempt: row.attempts,
        max_attempts: row.max_attempts,
        created_by: row.created_by,
        done: row.progress_done,
        total: row.progress_total,
        state: row.progress_state,
        lease: lease_by,
        signal: Signal::new(row.cancel_requested.then_some(Stop::Cancelled)),
        pool: pool.clone(),
    }))
}

/// One heartbeat for all jobs of a worker. Answers which leases still hold, and whether their job is to be cancelled.
pub(super) async fn extend(
    pool: &PgPool,
    leases: &[String],
    until: DateTime<Utc>,
) -> Result<Vec<(String, bool)>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"update jobs.queue set lease_until = $2 where lease_by = any($1) and state = 'running' returning lease_by as "lease_by!", cancel_requested"#,
        leases, until
    ).fetch_all(pool).await?;
    Ok(rows.into_iter().map(|row| (row.lease_by, row.cancel_requested)).collect())
}

/// As [`extend`] without extending: cheap enough to ask twice a second.
pub(super) async fn look(pool: &PgPool, ids: &[Uuid]) -> Result<Vec<(Option<String>, bool)>, sqlx::Error> {
    let rows = sqlx::query!(
        "select lease_by, cancel_requested from jobs.queue where id = any($1) and state = 'running'",
        ids
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.lease_by, row.cancel_requested)).collect())
}

/// Takes back the jobs of workers that went silent, and of those that claimed theirs before `void_before`. A try that
/// got further than the one before starts the count anew.
pub(super) async fn reclaim(
    pool: &PgPool,
    now: DateTime<Utc>,
    void_before: Option<DateTime<Utc>>,
) -> Result<Vec<Reclaimed>, sqlx::Error> {
    sqlx::query_as!(
        Reclaimed,
        r#"with gone as (
             select id, case when progress_done > try_started_done then 1 else attempts end as tries, cancel_requested and not kind = any($2) as drop_it
             from jobs.queue where state = 'running' and (lease_until < $1 or try_started_at < $3) for update skip locked
           )
           update jobs.queue q set
             state = case when g.drop_it then 'cancelled' when g.tries >= q.max_attempts then 'parked' else 'queued' end,
             error = case when g.drop_it then q.error else 'the process that ran it went silent (' || coalesce(q.lease_by, 'unknown worker') || ')' end,
             finished_at = case when g.drop_it then $1::timestamptz end,
             attempts = g.tries, run_at = $1, lease_by = null, lease_until = null, updated_at = $1
           from gone g where q.id = g.id
           returning q.id, q.kind, q.state"#,
        now, &kinds::settling(), void_before
    ).fetch_all(pool).await
}

#[derive(Debug)]
pub(super) struct Reclaimed {
    pub id: Uuid,
    pub kind: String,
    pub state: String,
}

/// How a try is written down. Each answers whether the lease still held.
pub(super) async fn finish(job: &RunningJob, state: &str, now: DateTime<Utc>) -> Result<bool, sqlx::Error> {
    let written = sqlx::query!(
        "update jobs.queue set state = $3, error = null, waits_for = null, finished_at = $4, lease_by = null, lease_until = null, updated_at = $4
         where id = $1 and lease_by = $2 and state = 'running'",
        job.id, job.lease, state, now
    ).execute(&job.pool).await?;
    Ok(written.rows_affected() == 1)
}

/// Gives the job back untried: it goes on in the next worker that is free.
pub(super) async fn release(job: &RunningJob, now: DateTime<Utc>) -> Result<bool, sqlx::Error> {
    let written = sqlx::query!(
        "update jobs.queue set state = 'queued', attempts = greatest(attempts - 1, 0), run_at = $3, lease_by = null, lease_until = null, updated_at = $3
         where id = $1 and lease_by = $2 and state = 'running'",
        job.id, job.lease, now
    ).execute(&job.pool).await?;
    Ok(written.rows_affected() == 1)
}

/// Back into the queue until `look_again`, and no try: what it waits for runs elsewhere. One that is to be cancelled, and that nothing
/// must see through, ends here.
pub(super) async fn wait(
    job: &RunningJob,
    what: &str,
    now: DateTime<Utc>,
    look_again: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    let written = sqlx::query!(
        "update jobs.queue set
           state = case when cancel_requested and not kind = any($6) then 'cancelled' else 'queued' end,
           finished_at = case when cancel_requested and not kind = any($6) then $4::timestamptz end,
           attempts = greatest(attempts - 1, 0), error = null, waits_for = $3, run_at = $5, lease_by = null, lease_until = null, updated_at = $4
         where id = $1 and lease_by = $2 and state = 'running'",
        job.id, job.lease, what, now, look_again, &kinds::settling()
    ).execute(&job.pool).await?;
    Ok(written.rows_affected() == 1)
}

/// What became of a job whose try failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failed {
    Again,
    Parked,
    Cancelled,
    LeaseLost,
}

/// Back into the queue, or parked when that was the last try. `first_delay` is the wait when this try, having got
/// further than the one before, counts as the first.
pub(super) async fn fail(
    job: &RunningJob,
    error: &str,
    permanent: bool,
    now: DateTime<Utc>,
    delay: Duration,
    first_delay: Duration,
) -> Result<Failed, sqlx::Error> {
    let state = sqlx::query_scalar!(
        "with failed as (
           select id, case when progress_done > try_started_done then 1 else attempts end as tries, cancel_requested and not kind = any($8) as drop_it
           from jobs.queue where id = $1 and lease_by = $2 and state = 'running' for update
         )
         update jobs.queue q set
           state = case when f.drop_it then 'cancelled' when $4 or f.tries >= q.max_attempts then 'parked' else 'queued' end,
           finished_at = case when f.drop_it then $5::timestamptz end,
           error = $3, waits_for = null, attempts = f.tries, run_at = case when f.tries < q.attempts then $7::timestamptz else $6::timestamptz end, lease_by = null, lease_until = null, updated_at = $5
         from failed f where q.id = f.id
         returning q.state",
        job.id, job.lease, error, permanent, now, now + delay, now + first_delay, &kinds::settling()
    ).fetch_optional(&job.pool).await?;
    Ok(match state.as_deref() {
        Some("queued") => Failed::Again,
        Some("parked") => Failed::Parked,
        Some(_) => Failed::Cancelled,
        None => Failed::LeaseLost,
    })
}
