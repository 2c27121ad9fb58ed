//! The new tables take the place of those in use, together with their checkpoint.

use std::time::Duration;

use pivotal_log::reader;
use sqlx::{Connection, Executor, PgConnection};
use tokio_util::sync::CancellationToken;

use super::build::{Build, CLOSE};
use super::{RebuildError, tables};
use crate::runner::pending_lists::clean_pending_lists;
use crate::runner::{LIVE, is_passing};

const TRIES: u32 = 40;
const PAUSE: Duration = Duration::from_millis(250);

pub async fn swap(
    connection: &mut PgConnection,
    build: &mut Build,
    stop: &CancellationToken,
) -> Result<(), RebuildError> {
    for _ in 0..TRIES {
        let before = (build.position, build.entries, build.still_parked.clone());
        match try_swap(connection, build).await {
            Ok(true) => {
                clean_pending_lists(connection, LIVE, build.spec.tables).await?;
                return Ok(());
            }
            // Too much had come in meanwhile.
            Ok(false) => {}
            Err(RebuildError::Database(error)) if is_lock_timeout(&error) => {
                tracing::info!(
                    projection = build.spec.name,
                    "readers are at the tables; the swap tries again"
                );
                tokio::time::sleep(PAUSE).await;
            }
            Err(error) => return Err(error),
        }
        (build.position, build.entries, build.still_parked) = before;
        build.catch_up(connection, stop).await?;
    }
    Err(RebuildError::Busy)
}

async fn try_swap(connection: &mut PgConnection, build: &mut Build) -> Result<bool, RebuildError> {
    let mut tx = connection.begin().await?;
    tx.execute("set local synchronous_commit = on; set local lock_timeout = '10s'").await?;
    // The worker finishes its batch and then stands back.
    sqlx::query!("insert into read.checkpoints (name, version, epoch) values ($1, $2, $3) on conflict (name) do nothing", build.spec.name, build.spec.version, build.epoch)
        .execute(&mut *tx)
        .await?;
    sqlx::query!("select name from read.checkpoints where name = $1 for update", build.spec.name)
        .fetch_one(&mut *tx)
        .await?;
    let head = reader::head(&mut tx).await?;
    if head - build.position > 5 * CLOSE {
        tx.rollback().await?;
        return Ok(false);
    }
    if sqlx::query_scalar!("select id from log.epoch").fetch_one(&mut *tx).await? != build.epoch {
        return Err(RebuildError::LogReplaced);
    }
    build.read_in(&mut tx, head).await?;
    // Below the server's deadlock timeout (1 s): a reader that holds one of the tables and wants another is never the
    // one that is cut off.
    tx.execute("set local lock_timeout = '400ms'").await?;
    tables::lock(&mut tx, build.spec.tables).await?;
    tables::replace(&mut tx, build.spec.tables).await?;
    sqlx::query!(
        "update read.checkpoints set version = $2, position = $3, epoch = $4, state = 'live', error = null, failed_position = null, failed_type = null, updated_at = clock_timestamp() where name = $1",
        build.spec.name, build.spec.version, build.position, build.epoch
    )
    .execute(&mut *tx)
    .await?;
    let still_parked: Vec<i64> = build.still_parked.iter().copied().collect();
    sqlx::query!(
        "delete from read.parked_events where projection = $1 and position <> all($2)",
        build.spec.name,
        &still_parked
    )
    .execute(&mut *tx)
    .await?;
    let done = sqlx::query!(
        "update read.rebuilds set state = 'done', position = $2, entries = $3, head = $2, finished_at = clock_timestamp(), updated_at = clock_timestamp() where id = $1 and state = 'comparing'",
        build.id, build.position, build.entries
    )
    .execute(&mut *tx)
    .await?;
    if done.rows_affected() != 1 {
        return Err(RebuildError::Cancelled);
    }
    if let Some(outside) = build.projection.outside() {
        if let Some([before, after]) = outside.compare().await? {
            sqlx::query!(
                "update read.rebuilds set rows_before = $2, rows_after = $3, same = $4 where id = $1",
                build.id,
                before.0,
                after.0,
                before == after
            )
            .execute(&mut *tx)
            .await?;
        }
        outside.swap().await?;
    }
    tx.commit().await?;
    Ok(true)
}

fn is_lock_timeout(error: &sqlx::Error) -> bool {
    is_passing(error)
        && error.as_database_error().and_then(|db| db.code()).is_some_and(|code| code == "55P03")
}
