//! Builds a projection anew beside the one in use, compares the two and swaps them in one transaction.
//!
//! The new tables stand in schema `read_next`, without secondary indexes until the log has been read once. The worker
//! keeps the tables in use up to date all the while; a swap that cannot get its locks at once gives way to readers and
//! tries again. Rows and position of a batch commit together, so a killed rebuild goes on where it was.

mod ahead;
mod build;
mod compare;
pub mod request;
mod swap;
mod tables;

use std::sync::Arc;
use std::time::Duration;

use pivotal_log::pools::Pools;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Executor, PgConnection};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::runner::opened::Opener;
use crate::runner::{ApplyError, Projection};
use request::Open;

/// Session advisory lock: one rebuild at a time, it is all disk and processor.
const LOCK: i64 = 7_004;
const LOOK_EVERY: Duration = Duration::from_secs(1);

#[derive(Debug, thiserror::Error)]
pub enum RebuildError {
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    #[error(transparent)]
    Apply(#[from] ApplyError),
    #[error("the log was replaced while the rebuild ran; ask for it again")]
    LogReplaced,
    #[error("this release has no projection `{0}`")]
    Unknown(String),
    #[error("the rebuild was cancelled")]
    Cancelled,
    #[error("readers kept the tables busy; the rebuild is complete and is swapped in at the next try")]
    Busy,
}

impl RebuildError {
    /// The same rebuild goes on later.
    fn is_passing(&self) -> bool {
        match self {
            RebuildError::Database(error) => crate::runner::is_passing(error),
            RebuildError::Apply(error) => error.is_passing(),
            RebuildError::Busy => true,
            RebuildError::LogReplaced | RebuildError::Unknown(_) | RebuildError::Cancelled => false,
        }
    }
}

/// Carries out the rebuilds that were asked for. Any number of processes may run one; one of them works at a time.
pub struct Rebuilder {
    options: PgConnectOptions,
    opener: Opener,
    projections: Vec<Arc<dyn Projection>>,
    connection: Option<PgConnection>,
}

impl Rebuilder {
    pub fn new(pools: &Pools, opener: Opener, projections: Vec<Arc<dyn Projection>>) -> Self {
        let options = pools
            .options()
            .options([("statement_timeout", "0"), ("idle_in_transaction_session_timeout", "0")])
            .application_name("pivotal rebuild");
        Rebuilder { options, opener, projections, connection: None }
    }

    /// Works until told to stop, which it notices between batches.
    pub async fn run(mut self, stop: CancellationToken) {
        while !stop.is_cancelled() {
            match self.next(&stop).await {
                Ok(Some(_)) => continue,
                Ok(None) => {}
                Err(error) => tracing::warn!(%error, "a rebuild could not go on; trying again"),
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = tokio::time::sleep(LOOK_EVERY) => {}
            }
        }
    }

    /// Carries out the oldest open rebuild, or goes on with it, and answers its id. `None`: there is none, or another
    /// process is at it. An error passes; what cannot pass stands in the rebuild's row.
    pub async fn next(&mut self, stop: &CancellationToken) -> Result<Option<Uuid>, RebuildError> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => {
                let mut connection = self.options.connect().await?;
                connection.execute(tables::SESSION).await?;
                connection
            }
        };
        if !sqlx::query_scalar!(r#"select pg_try_advisory_lock($1) as "locked!""#, LOCK)
            .fetch_one(&mut connection)
            .await?
        {
            self.connection = Some(connection);
            return Ok(None);
        }
        let open = request::oldest_open(&mut connection).await?;
        let id = open.as_ref().map(|open| open.id);
        if let Some(open) = open {
            let projection = open.projection.clone();
            match self.carry_out(&mut connection, open, stop).await {
                Ok(()) => {}
                // The connection goes, and the lock with it.
                Err(error) if error.is_passing() => return Err(error),
                Err(error) => {
                    connection = self.options.connect().await?;
                    self.give_up(&mut connection, id.unwrap_or_default(), &projection, &error).await?;
                    return Ok(id);
                }
            }
        }
        sqlx::query!("select pg_advisory_unlock($1) as unlocked", LOCK).fetch_one(&mut connection).await?;
        self.connection = Some(connection);
        Ok(id)
    }

    async fn give_up(
        &self,
        connection: &mut PgConnection,
        id: Uuid,
        projection: &str,
        error: &RebuildError,
    ) -> Result<(), sqlx::Error> {
        if !matches!(error, RebuildError::Cancelled) {
            tracing::error!(rebuild = %id, projection, %error, "a rebuild failed; the tables in use are as they were");
            request::fail(connection, id, &error.to_string()).await?;
        }
        match self.projections.iter().find(|known| known.spec().name == projection) {
            Some(known) => {
                if let Some(outside) = known.outside()
                    && let Err(error) = outside.discard_next().await
                {
                    tracing::warn!(projection, %error, "what a failed rebuild left could not be deleted; the next one replaces it");
                }
                tables::drop(connection, known.spec().tables).await
            }
            None => Ok(()),
        }
    }

    async fn carry_out(
        &self,
        connection: &mut PgConnection,
        open: Open,
        stop: &CancellationToken,
    ) -> Result<(), RebuildError> {
        let projection = self
            .projections
            .iter()
            .find(|projection| projection.spec().name == open.projection)
            .ok_or_else(|| RebuildError::Unknown(open.projection.clone()))?;
        let started = std::time::Instant::now();
        let mut build =
            build::Build::begin(connection, projection.clone(), &self.opener, &self.options, open).await?;
        build.read_the_log(connection, stop).await?;
        let read = started.elapsed();
        build.index(connection, stop).await?;
        let indexed = started.elapsed();
        build.catch_up(connection, stop).await?;
        let compared = compare::compare(&self.options, connection, &mut build).await?;
        let compared_after = started.elapsed();
        swap::swap(connection, &mut build, stop).await?;
        tracing::info!(
            projection = projection.spec().name,
            entries = build.entries,
            seconds = started.elapsed().as_secs_f64(),
            reading = read.as_secs_f64(),
            indexing = (indexed - read).as_secs_f64(),
            comparing = (compared_after - indexed).as_secs_f64(),
            same = ?compared.map(|compared| compared.same()),
            "a projection was rebuilt"
        );
        Ok(())
    }
}
