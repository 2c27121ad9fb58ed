//! Recurring jobs. A row's time is moved on in the transaction that enqueues its run, so a run happens once, however
//! many processes look. Runs missed while nothing ran are made up for by one.

use std::str::FromStr;
use std::time::Duration;

use chrono::{DateTime, Utc};
use croner::Cron;
use pivotal_log::append::NewJob;
use sqlx::PgPool;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::kinds::{self, Kind};
use super::queue::{JobQueue, insert_in};

/// How often due schedules are looked for; the finest cron is a minute.
const LOOK: Duration = Duration::from_secs(1);

/// A schedule as the code declares it. Times are UTC.
#[derive(Debug, Clone, Copy)]
pub struct Schedule {
    pub name: &'static str,
    pub kind: Kind,
    /// Minute, hour, day, month, weekday.
    pub cron: &'static str,
}

#[derive(Debug, thiserror::Error)]
pub enum ScheduleError {
    #[error("the schedule {name} has the cron expression {cron:?}, which cannot be read: {problem}")]
    Cron { name: String, cron: String, problem: String },
    #[error("the schedules cannot be written")]
    Database(#[from] sqlx::Error),
}

/// Makes the rows of `declared` agree with the code. Whether a schedule is switched on stays as it is.
/// Rows that this version does not know are left to the version that does.
pub async fn declare(queue: &JobQueue, declared: &[Schedule]) -> Result<(), ScheduleError> {
    let now = queue.now();
    for schedule in declared {
        let next = next_run(schedule.name, schedule.cron, now)?;
        sqlx::query!(
            "insert into jobs.schedules (name, kind, cron, next_run) values ($1, $2, $3, $4)
             on conflict (name) do update set kind = excluded.kind, cron = excluded.cron, next_run = excluded.next_run
             where schedules.kind <> excluded.kind or schedules.cron <> excluded.cron",
            schedule.name, schedule.kind.name, schedule.cron, next
        ).execute(&queue.pool).await?;
    }
    Ok(())
}

/// Enqueues the runs that are due, of the kinds given. Answers how many.
pub async fn tick(queue: &JobQueue, kinds: &[String]) -> Result<usize, ScheduleError> {
    // Outside a transaction first: nearly always there is nothing to do.
    if due(&queue.pool, queue.now(), kinds).await? == 0 {
        return Ok(0);
    }
    let now = queue.now();
    let mut enqueued = 0;
    let mut tx = queue.pool.begin().await?;
    let rows = sqlx::query!("select name, kind, cron from jobs.schedules where enabled and next_run <= $1 and kind = any($2) order by name for update skip locked", now, kinds).fetch_all(&mut *tx).await?;
    for row in rows {
        let next = match next_run(&row.name, &row.cron, now) {
            Ok(next) => next,
            Err(error) => {
                tracing::error!(%error, "a schedule was switched off");
                sqlx::query!("update jobs.schedules set enabled = false where name = $1", row.name)
                    .execute(&mut *tx)
                    .await?;
                continue;
            }
        };
        // Known: the query asked for kinds of this process's handlers.
        if let Some(kind) = kinds::kind(&row.kind) {
            let mut job = NewJob {
                id: Uuid::now_v7(),
                kind: kind.name,
                title: kind.label.to_owned(),
                payload: serde_json::json!({}),
                unique_key: None,
                run_at: None,
                priority: 0,
                max_attempts: 8,
                link: None,
                created_by: None,
            };
            // A run that takes longer than its interval is not joined by another.
            job.unique_key = Some(format!("schedule:{}", row.name));
            enqueued += usize::from(insert_in(&mut *tx, &job, now).await?);
        }
        sqlx::query!(
            "update jobs.schedules set last_run = $2, next_run = $3 where name = $1",
            row.name,
            now,
            next
        )
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await?;
    if enqueued > 0 {
        queue.wake();
    }
    Ok(enqueued)
}

/// Part of every worker.
pub(super) async fn run(queue: JobQueue, kinds: Vec<String>, shutdown: CancellationToken) {
    while !shutdown.is_cancelled() {
        if let Err(error) = tick(&queue, &kinds).await {
            tracing::warn!(%error, "the schedules cannot be read; trying again");
        }
        tokio::select! {
            () = shutdown.cancelled() => return,
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

async fn due(pool: &PgPool, now: DateTime<Utc>, kinds: &[String]) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar!(r#"select count(*) as "count!" from jobs.schedules where enabled and next_run <= $1 and kind = any($2)"#, now, kinds).fetch_one(pool).await
}

fn next_run(name: &str, cron: &str, after: DateTime<Utc>) -> Result<DateTime<Utc>, ScheduleError> {
    let problem = |error: croner::errors::CronError| ScheduleError::Cron {
        name: name.to_owned(),
        cron: cron.to_owned(),
        problem: error.to_string(),
    };
    Cron::from_str(cron).map_err(problem)?.find_next_occurrence(&after, false).map_err(problem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    #[test]
    fn the_next_run_lies_after_now_in_utc() {
        let now = Utc.with_ymd_and_hms(2026, 1, 5, 3, 10, 0).unwrap();
        assert_eq!(
            next_run("x", "10 3 * * *", now).unwrap(),
            Utc.with_ymd_and_hms(2026, 1, 6, 3, 10, 0).unwrap()
        );
        assert_eq!(
            next_run("x", "*/10 * * * *", now).unwrap(),
            Utc.with_ymd_and_hms(2026, 1, 5, 3, 20, 0).unwrap()
        );
    }

    #[test]
    fn a_cron_expression_that_cannot_be_read_is_named() {
        let error = next_run("weekly", "every day", Utc::now()).unwrap_err().to_string();
        assert!(error.contains("weekly") && error.contains("every day"), "{error}");
    }
}
