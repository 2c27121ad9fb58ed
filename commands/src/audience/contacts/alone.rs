//! One erasure at a time clears files, whatever process it runs in.

use std::time::Duration;

use sqlx::Postgres;
use sqlx::pool::PoolConnection;

use crate::context::Context;
use crate::jobs::handler::JobError;
use crate::jobs::running::RunningJob;

/// Session advisory lock of the erasure that is at work.
const LOCK: i64 = 7011;
/// How long one life of a job waits for the others; after that it makes room and comes again.
const PATIENCE: Duration = Duration::from_secs(60);
const LOOK: Duration = Duration::from_millis(100);

/// Holds the lock until it is dropped: its connection is closed then, and the lock goes with it. So it does when the process dies.
#[derive(Debug)]
pub(super) struct Alone {
    _connection: PoolConnection<Postgres>,
}

impl Alone {
    pub(super) async fn among_erasures(ctx: &Context, job: &RunningJob) -> Result<Self, JobError> {
        let mut connection = ctx.log.pools.write.acquire().await?;
        connection.close_on_drop();
        let until = tokio::time::Instant::now() + PATIENCE;
        loop {
            // Not waited for in the database: there a statement has its time, and this may take longer.
            let locked = sqlx::query_scalar!(r#"select pg_try_advisory_lock($1) as "locked!""#, LOCK)
                .fetch_one(&mut *connection)
                .await?;
            if locked {
                return Ok(Alone { _connection: connection });
            }
            if job.should_stop() || tokio::time::Instant::now() >= until {
                return Err(JobError::waits("another erasure is clearing files; this one follows"));
            }
            tokio::time::sleep(LOOK).await;
        }
    }
}
