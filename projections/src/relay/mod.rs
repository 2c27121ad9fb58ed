//! Carries the log to the bus: rings the projections' bells and hands events to consumers outside.
//!
//! One relay is active at a time, whichever process it is in; the others wait for its lock. It publishes in order, waits for
//! every confirmation and only then moves its cursor, so after any crash it publishes some of it again and never less.

use std::sync::Arc;
use std::time::Duration;

use pivotal_log::failpoint::{Failpoint, hit};
use pivotal_log::pools::Pools;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, PgConnection};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::bus::{Bus, BusError, RangeMessage};

pub mod message;

/// Session advisory lock of the active relay.
const LOCK: i64 = 7_002;
/// Positions per ring when bodies go out with it.
const RANGE: i64 = 500;
const POLL_MIN: Duration = Duration::from_millis(20);
const POLL_MAX: Duration = Duration::from_millis(200);
const STANDBY: Duration = Duration::from_millis(500);
const RETRY_MAX: Duration = Duration::from_secs(2);

#[derive(Debug, thiserror::Error)]
pub enum RelayError {
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    #[error(transparent)]
    Bus(#[from] BusError),
    #[error("another relay moved the cursor: this one has lost its lock")]
    LostLock,
}

/// What one step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Another relay is active.
    Standby,
    Idle,
    /// Published and confirmed up to here.
    Published {
        to: i64,
        more: bool,
    },
}

pub struct Relay {
    options: PgConnectOptions,
    bus: Arc<dyn Bus>,
    /// Holds the session lock; losing it is losing the lock.
    connection: Option<PgConnection>,
}

impl Relay {
    pub fn new(pools: Pools, bus: Arc<dyn Bus>) -> Self {
        Relay { options: pools.options().application_name("pivotal relay"), bus, connection: None }
    }

    /// Works until told to stop, through restarts of database and broker.
    pub async fn run(mut self, stop: CancellationToken) {
        let (mut idle, mut retry) = (POLL_MIN, POLL_MIN);
        while !stop.is_cancelled() {
            let pause = match self.step().await {
                Ok(Step::Published { more: true, .. }) => continue,
                Ok(Step::Published { more: false, .. }) => {
                    (idle, retry) = (POLL_MIN, POLL_MIN);
                    idle
                }
                Ok(Step::Standby) => STANDBY,
                Ok(Step::Idle) => {
                    retry = POLL_MIN;
                    idle = (idle * 2).min(POLL_MAX);
                    idle
                }
                Err(error) => {
                    metrics::counter!("pivotal_relay_failures_total").increment(1);
                    tracing::warn!(%error, "the relay could not publish; it goes on from its cursor");
                    retry = (retry * 2).min(RETRY_MAX);
                    retry
                }
            };
            tokio::select! {
                () = stop.cancelled() => {}
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    /// Publishes at most one range.
    pub async fn step(&mut self) -> Result<Step, RelayError> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => {
                let mut connection = self.options.connect().await?;
                if !sqlx::query_scalar!(r#"select pg_try_advisory_lock($1) as "locked!""#, LOCK)
                    .fetch_one(&mut connection)
                    .await?
                {
                    return Ok(Step::Standby);
                }
                connection
            }
        };
        let result = self.publish(&mut connection).await;
        // A refusal of the bus says nothing about the database: the lock is kept.
        if matches!(&result, Ok(_) | Err(RelayError::Bus(_))) {
            self.connection = Some(connection);
        }
        result
    }

    async fn publish(&self, connection: &mut PgConnection) -> Result<Step, RelayError> {
        let row = sqlx::query!(
            r#"select c.position, e.id as epoch,
                 greatest((select coalesce(max(global_position), 0) from log.events), (select coalesce(max(global_position), 0) from log.facts)) as "head!"
               from relay.cursor c, log.epoch e"#
        )
        .fetch_one(&mut *connection)
        .await?;
        metrics::gauge!("pivotal_relay_lag_events").set((row.head - row.position).max(0) as f64);
        if row.head <= row.position {
            return Ok(Step::Idle);
        }
        // Nobody takes bodies: one ring says it all.
        let to = if self.bus.wants_bodies() {
            self.publish_bodies(connection, row.position, row.head, row.epoch).await?
        } else {
            row.head
        };
        self.bus.ring(RangeMessage { epoch: row.epoch, from: row.position + 1, to }).await?;
        hit(Failpoint::RelayAfterPublish);
        let moved = sqlx::query!(
            "update relay.cursor set position = $1, updated_at = clock_timestamp() where position = $2",
            to,
            row.position
        )
        .execute(connection)
        .await?;
        if moved.rows_affected() != 1 {
            return Err(RelayError::LostLock);
        }
        Ok(Step::Published { to, more: to < row.head })
    }

    async fn publish_bodies(
        &self,
        connection: &mut PgConnection,
        after: i64,
        head: i64,
        epoch: Uuid,
    ) -> Result<i64, RelayError> {
        let (entries, to) = message::read_all(connection, after, head, RANGE).await?;
        let messages = entries.iter().map(|entry| message::outgoing(entry, epoch)).collect();
        self.bus.publish(messages).await?;
        Ok(to)
    }
}
