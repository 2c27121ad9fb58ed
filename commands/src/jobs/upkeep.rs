//! The platform's own recurring jobs: room for facts, seals on the log, and forgetting what has served its time.

use chrono::Duration;
use pivotal_domain::suppression::retention::kind::Kind as RetentionKind;
use sqlx::PgPool;

use super::handler::{JobEnd, JobError, JobHandler, Registry};
use super::kinds;
use super::running::{RunningJob, Stop};
use super::schedules::Schedule;
use pivotal_log::clock::SharedClock;

use crate::audience::exports::expire::ExpireExports;
use crate::audience::imports::preview::forget::ExpirePreviews;
use crate::context::Context;
use crate::identity::sessions::tidy;
use crate::suppression::requests::upkeep::KeepRequests;
use crate::suppression::retention::goes_before;

/// A client that repeats a request later than this is treated as a new request.
const IDEMPOTENCY_KEPT: Duration = Duration::days(7);
/// Rows deleted per statement: a long delete would hold back vacuum and stand in the way of others.
const BATCH: i64 = 5_000;
/// This month and the next two.
const MONTHS_AHEAD: i32 = 2;

pub const SCHEDULES: &[Schedule] = &[
    Schedule { name: "fact-partitions", kind: kinds::FACT_PARTITIONS, cron: "5 1 * * *" },
    Schedule { name: "log-seals", kind: kinds::LOG_SEALS, cron: "*/10 * * * *" },
    Schedule { name: "idempotency-cleanup", kind: kinds::IDEMPOTENCY_CLEANUP, cron: "20 2 * * *" },
    Schedule { name: "jobs-cleanup", kind: kinds::JOBS_CLEANUP, cron: "40 2 * * *" },
    Schedule { name: "exports-cleanup", kind: kinds::EXPORTS_CLEANUP, cron: "25 * * * *" },
    Schedule { name: "privacy-requests", kind: kinds::PRIVACY_REQUESTS_UPKEEP, cron: "15 * * * *" },
    Schedule { name: "previews-cleanup", kind: kinds::PREVIEWS_CLEANUP, cron: "35 * * * *" },
    Schedule { name: "sessions-cleanup", kind: kinds::SESSIONS_CLEANUP, cron: "50 2 * * *" },
];

/// Adds the handlers of [`SCHEDULES`].
pub fn register(registry: Registry, ctx: &Context) -> Registry {
    let (pool, clock) = (&ctx.log.pools.write, &ctx.clock);
    registry
        .with(FactPartitions { pool: pool.clone(), clock: clock.clone() })
        .with(LogSeals { pool: pool.clone() })
        .with(IdempotencyCleanup { pool: pool.clone(), clock: clock.clone() })
        .with(JobsCleanup(ctx.clone()))
        .with(SessionsCleanup(ctx.clone()))
        .with(ExpireExports(ctx.clone()))
        .with(ExpirePreviews(ctx.clone()))
        .with(KeepRequests(ctx.clone()))
}

struct FactPartitions {
    pool: PgPool,
    clock: SharedClock,
}

impl JobHandler for FactPartitions {
    const KIND: &'static str = kinds::FACT_PARTITIONS.name;

    async fn run(&self, _job: &RunningJob) -> Result<JobEnd, JobError> {
        sqlx::query!("select log.ensure_fact_partition($1::timestamptz + make_interval(months => m)) from generate_series(0, $2::int) as m", self.clock.now(), MONTHS_AHEAD).execute(&self.pool).await?;
        Ok(JobEnd::Done)
    }
}

struct LogSeals {
    pool: PgPool,
}

impl JobHandler for LogSeals {
    const KIND: &'static str = kinds::LOG_SEALS.name;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let sealed = pivotal_log::seals::seal_to_head(&self.pool).await?;
        job.report(i64::from(sealed), None, None).await?;
        Ok(JobEnd::Done)
    }
}

struct IdempotencyCleanup {
    pool: PgPool,
    clock: SharedClock,
}

impl JobHandler for IdempotencyCleanup {
    const KIND: &'static str = kinds::IDEMPOTENCY_CLEANUP.name;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let before = self.clock.now() - IDEMPOTENCY_KEPT;
        loop {
            let gone = sqlx::query!("delete from guard.idempotency where key in (select key from guard.idempotency where created_at < $1 order by created_at limit $2)", before, BATCH).execute(&self.pool).await?;
            if let Some(end) = after_batch(job, gone.rows_affected(), BATCH).await? {
                return Ok(end);
            }
        }
    }
}

/// How long finished jobs stay on the System page is a rule of retention; parked ones stay until a person decides.
struct JobsCleanup(Context);

impl JobHandler for JobsCleanup {
    const KIND: &'static str = kinds::JOBS_CLEANUP.name;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        loop {
            let Some((before, mut still)) = goes_before(&self.0, RetentionKind::FinishedJobs).await? else {
                return Ok(JobEnd::Done);
            };
            let gone = sqlx::query!("delete from jobs.queue where id in (select id from jobs.queue where state in ('done', 'cancelled') and finished_at < $1 limit $2)", before, BATCH).execute(&mut *still.transaction).await?;
            still.end().await?;
            if let Some(end) = after_batch(job, gone.rows_affected(), BATCH).await? {
                return Ok(end);
            }
        }
    }
}

struct SessionsCleanup(Context);

impl JobHandler for SessionsCleanup {
    const KIND: &'static str = kinds::SESSIONS_CLEANUP.name;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        tidy::tidy(&self.0).await?;
        loop {
            let gone = tidy::forget_ended(&self.0, tidy::BATCH).await?;
            if let Some(end) = after_batch(job, gone, tidy::BATCH).await? {
                return Ok(end);
            }
        }
    }
}

/// Whether a deletion is over: its last batch was not full, or it gives way. It needs no count to go on from.
async fn after_batch(job: &RunningJob, gone: u64, batch: i64) -> Result<Option<JobEnd>, JobError> {
    if gone < batch as u64 {
        return Ok(Some(JobEnd::Done));
    }
    // Also says when the lease is lost.
    job.report(job.done, None, Some("deleting")).await?;
    Ok(match job.stop() {
        Some(Stop::Cancelled) => Some(JobEnd::Cancelled),
        Some(Stop::Shutdown | Stop::LeaseLost) => Some(JobEnd::Stopped),
        None => None,
    })
}
