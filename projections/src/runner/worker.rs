//! Keeps one projection up to date, batch by batch, on a connection of its own.

use std::sync::Arc;
use std::time::Duration;

use chrono::Utc;
use pivotal_log::failpoint::{Failpoint, hit};
use pivotal_log::reader::Entry;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, Executor, PgConnection};
use tokio_util::sync::CancellationToken;

use super::checkpoint::{self, Checkpoint, Glance, State};
use super::feed::Feed;
use super::opened::Opener;
use super::outside::Resume;
use super::pending_lists::clean_pending_lists;
use super::positions::{Positions, Seen, Slot};
use super::{ApplyError, LIVE, Pace, Projection, Spec, Target, parking};
use crate::bus::{Bus, Doorbell};
use crate::rebuild::request;

/// So far behind, the worker is catching up and nobody expects fresh rows.
const BULK_LAG: i64 = 5_000;
/// Fewer entries than this are people at work.
const SMALL: i64 = 100;
const POLL_MIN: Duration = Duration::from_millis(50);
const POLL_MAX: Duration = Duration::from_millis(500);
const RETRY_MAX: Duration = Duration::from_secs(2);

/// What one step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Nothing follows the checkpoint.
    Idle,
    /// A batch was applied, or split after a failure; `more` follows.
    Applied { more: bool },
    /// Another worker is at this projection.
    Elsewhere,
    /// An entry cannot be applied; see the checkpoint.
    Stopped,
    /// The rows belong to another log and wait for their rebuild.
    Rebuilding,
    /// A newer release has rebuilt this projection; this process must not write to it.
    Newer,
}

#[derive(Debug, thiserror::Error)]
pub enum StepError {
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// Passing: the same batch is tried again.
    #[error(transparent)]
    Apply(#[from] ApplyError),
}

pub struct Worker {
    projection: Arc<dyn Projection>,
    spec: Spec,
    opener: Opener,
    feed: Feed,
    options: PgConnectOptions,
    connection: Option<PgConnection>,
    slot: Slot,
    pace: Pace,
    /// What is kept outside was asked how far it is.
    resumed: bool,
    /// Entries in the next batch: shrinks around an entry that fails, grows back after it.
    limit: i64,
    bulk: bool,
    asked_for_rebuild: bool,
    /// The last batch was neither small nor full: somebody writes in bulk, and we are as fast.
    flooded: bool,
    /// The last batch was as large as one may be: there is much to catch up with.
    full: bool,
}

impl Worker {
    pub fn new(
        projection: Arc<dyn Projection>,
        options: PgConnectOptions,
        opener: Opener,
        feed: Feed,
        positions: &Positions,
    ) -> Self {
        let (spec, pace) = (projection.spec(), projection.pace());
        // Above the pools' limit: a batch into well-filled indexes on a busy machine may take a while.
        // Every statement of a batch follows keys. A planner that has no statistics yet, as in the first minutes of an
        // import, would read whole tables instead.
        let by_keys = ["enable_seqscan", "enable_hashjoin", "enable_mergejoin"].map(|plan| (plan, "off"));
        // The rows and the position commit together, so what a crash of the server loses is applied again from the log:
        // no batch waits for the disk.
        let options = options
            .options([("statement_timeout", "300s"), ("synchronous_commit", "off")])
            .options(by_keys)
            .application_name("pivotal projection");
        Worker {
            projection,
            spec,
            opener,
            feed,
            options,
            connection: None,
            slot: positions.slot(spec.name),
            pace,
            resumed: false,
            limit: pace.batch,
            bulk: false,
            asked_for_rebuild: false,
            flooded: false,
            full: false,
        }
    }

    /// Works until told to stop. Never cancelled in the middle of a batch.
    pub async fn run(mut self, bus: Arc<dyn Bus>, stop: CancellationToken) {
        let mut bell = None;
        let (mut idle, mut retry) = (POLL_MIN, POLL_MIN);
        while !stop.is_cancelled() {
            match self.step().await {
                Ok(step) => {
                    retry = POLL_MIN;
                    match step {
                        Step::Applied { more } if self.pace.rest > Duration::ZERO && !self.full => {
                            let rest = if self.flooded { self.pace.long_rest } else { self.pace.rest };
                            self.gather(rest, &stop).await;
                            idle = POLL_MIN;
                            if more {
                                continue;
                            }
                        }
                        Step::Applied { more: true } if self.flooded => {
                            self.gather(self.pace.long_rest, &stop).await
                        }
                        Step::Applied { more: true } => continue,
                        Step::Applied { more: false } => idle = POLL_MIN,
                        _ => idle = (idle * 2).min(POLL_MAX),
                    }
                    if bell.is_none() {
                        bell = bus.doorbell(self.spec.name).await.ok();
                    }
                    self.wait(&mut bell, idle, &stop).await;
                }
                Err(error) => {
                    tracing::warn!(projection = self.spec.name, %error, "a projection could not go on; trying again");
                    bell = None;
                    retry = (retry * 2).min(RETRY_MAX);
                    tokio::select! {
                        () = stop.cancelled() => {}
                        () = tokio::time::sleep(retry) => {}
                    }
                }
            }
        }
    }

    /// Applies at most one batch.
    pub async fn step(&mut self) -> Result<Step, StepError> {
        // Taken out of its place: after an error it is not put back, and whatever transaction was open dies with it.
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.options.connect().await?,
        };
        let step = self.step_on(&mut connection).await?;
        self.connection = Some(connection);
        Ok(step)
    }

    async fn step_on(&mut self, connection: &mut PgConnection) -> Result<Step, StepError> {
        let Glance { checkpoint, head, epoch } = checkpoint::glance(connection, self.spec.name).await?;
        let Some(seen) = checkpoint else {
            checkpoint::create(connection, self.spec, epoch).await?;
            return Ok(Step::Applied { more: true });
        };
        self.tell(seen.position, seen.state != State::Live, head);
        if seen.version > self.spec.version {
            return Ok(Step::Newer);
        }
        if seen.epoch != epoch {
            checkpoint::await_rebuild(connection, self.spec.name, seen.epoch).await?;
            self.ask_for_rebuild(
                connection,
                "the log was restored to an earlier point: its positions mean other events now",
            )
            .await?;
            return Ok(Step::Rebuilding);
        }
        if seen.version < self.spec.version {
            self.ask_for_rebuild(connection, "a new release builds these rows differently").await?;
        }
        match seen.state {
            State::Stopped => Ok(Step::Stopped),
            State::Rebuilding => Ok(Step::Rebuilding),
            State::Live if head <= seen.position && (self.resumed || self.projection.outside().is_none()) => {
                self.leave_bulk(connection).await?;
                self.asked_for_rebuild &= seen.version < self.spec.version;
                Ok(Step::Idle)
            }
            State::Live => {
                if head - seen.position > BULK_LAG {
                    self.enter_bulk(connection).await?;
                }
                self.batch(connection, &seen, head).await
            }
        }
    }

    async fn batch(
        &mut self,
        connection: &mut PgConnection,
        seen: &Checkpoint,
        head: i64,
    ) -> Result<Step, StepError> {
        let started = std::time::Instant::now();
        let mut tx = connection.begin().await?;
        let Some(from) = checkpoint::lock(&mut tx, self.spec.name).await? else {
            tx.rollback().await?;
            return Ok(Step::Elsewhere);
        };
        if (from.epoch, from.version, from.state) != (seen.epoch, seen.version, State::Live) {
            tx.rollback().await?;
            return Ok(Step::Applied { more: true });
        }
        if let Some(outside) = self.projection.outside() {
            match outside.resume(&mut tx, &from).await? {
                Resume::Here => self.resumed = true,
                Resume::From(position) => {
                    tracing::warn!(
                        projection = self.spec.name,
                        checkpoint = from.position,
                        position,
                        "what is kept outside the database is behind its checkpoint; going on from there"
                    );
                    checkpoint::go_back(&mut tx, self.spec.name, &from, position).await?;
                    tx.commit().await?;
                    return Ok(Step::Applied { more: true });
                }
                Resume::Elsewhere => {
                    tx.rollback().await?;
                    return Ok(Step::Elsewhere);
                }
            }
        }
        let batch = self.feed.read(&mut tx, &from, head, self.limit, &self.spec).await?;
        if let Err(error) = self.write(&mut tx, &from, &batch.entries, batch.to).await {
            if error.is_passing() {
                return Err(error.into());
            }
            tx.rollback().await?;
            return self.failed(connection, &from, &batch.entries, &error).await;
        }
        checkpoint::advance(&mut tx, self.spec.name, &from, batch.to).await?;
        hit(Failpoint::ProjectionBeforeCommit);
        tx.commit().await?;
        hit(Failpoint::ProjectionAfterCommit);

        self.tell(batch.to, false, batch.head);
        metrics::histogram!("pivotal_projection_batch_seconds", "projection" => self.spec.name)
            .record(started.elapsed().as_secs_f64());
        metrics::counter!("pivotal_projection_entries_total", "projection" => self.spec.name)
            .increment(batch.entries.len() as u64);
        let behind = batch
            .entries
            .last()
            .filter(|_| batch.to < batch.head)
            .map_or(0.0, |last| (Utc::now() - last.recorded_at).as_seconds_f64());
        metrics::gauge!("pivotal_projection_lag_seconds", "projection" => self.spec.name).set(behind);
        self.flooded = (SMALL..self.pace.batch).contains(&(batch.entries.len() as i64));
        self.full = batch.entries.len() as i64 >= self.limit;
        self.limit = (self.limit * 2).min(self.pace.batch);
        Ok(Step::Applied { more: batch.to < batch.head })
    }

    async fn write(
        &self,
        connection: &mut PgConnection,
        from: &Checkpoint,
        entries: &[Entry],
        to: i64,
    ) -> Result<(), ApplyError> {
        let parked = parking::between(connection, self.spec.name, from.position, to).await?;
        let kept: Vec<Entry>;
        let entries = if parked.is_empty() {
            entries
        } else {
            kept = entries.iter().filter(|entry| !parked.contains(&entry.position)).cloned().collect();
            &kept
        };
        if entries.is_empty() {
            return Ok(());
        }
        let opened = self.opener.open(entries, |entry| self.projection.reads_personal(entry)).await?;
        self.projection.apply(&opened, &mut Target { connection, schema: LIVE, unindexed: false }).await
    }

    /// Closes in on the entry at fault, so that all before it counts; then stops there.
    async fn failed(
        &mut self,
        connection: &mut PgConnection,
        from: &Checkpoint,
        entries: &[Entry],
        error: &ApplyError,
    ) -> Result<Step, StepError> {
        let before = match error {
            ApplyError::Entry { position, .. } => {
                entries.iter().take_while(|entry| entry.position < *position).count()
            }
            // Any of them may be at fault.
            _ => entries.len() / 2,
        };
        if before > 0 {
            self.limit = before as i64;
            return Ok(Step::Applied { more: true });
        }
        let Some(first) = entries.first() else {
            return Err(StepError::Database(sqlx::Error::Protocol(error.to_string())));
        };
        checkpoint::stop(
            connection,
            self.spec.name,
            from.position,
            first.position,
            &first.name,
            &error.to_string(),
        )
        .await?;
        metrics::counter!("pivotal_projection_stopped_total", "projection" => self.spec.name).increment(1);
        tracing::error!(projection = self.spec.name, position = first.position, event_type = first.name, %error, "a projection stopped; retry or park the entry on the System page");
        self.limit = self.pace.batch;
        self.slot.seen.send_modify(|seen| seen.stopped = true);
        Ok(Step::Stopped)
    }

    async fn ask_for_rebuild(
        &mut self,
        connection: &mut PgConnection,
        reason: &str,
    ) -> Result<(), sqlx::Error> {
        if !self.asked_for_rebuild {
            request::request_in(connection, self.spec.name, reason, "system").await?;
            self.asked_for_rebuild = true;
        }
        Ok(())
    }

    /// A longer pending list makes bulk writes into trigram indexes nearly flat; the price is on searches meanwhile.
    async fn enter_bulk(&mut self, connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        if !self.bulk {
            connection.execute("set gin_pending_list_limit = '64MB'").await?;
            self.bulk = true;
        }
        Ok(())
    }

    async fn leave_bulk(&mut self, connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        if self.bulk {
            connection.execute("reset gin_pending_list_limit").await?;
            clean_pending_lists(connection, LIVE, self.spec.tables).await?;
            self.bulk = false;
        }
        Ok(())
    }

    fn tell(&self, position: i64, stopped: bool, head: i64) {
        let now = Seen { position, stopped };
        self.slot.seen.send_if_modified(|seen| std::mem::replace(seen, now) != now);
        metrics::gauge!("pivotal_projection_position", "projection" => self.spec.name).set(position as f64);
        metrics::gauge!("pivotal_projection_lag_events", "projection" => self.spec.name)
            .set((head - position).max(0) as f64);
    }

    /// Lets a bulk writer get ahead: few large batches cost a fraction of many small ones. Somebody who waits for their
    /// own write ends it at once.
    async fn gather(&self, rest: Duration, stop: &CancellationToken) {
        tokio::select! {
            () = stop.cancelled() => {}
            () = self.slot.nudge.notified() => {}
            () = tokio::time::sleep(rest) => {}
        }
    }

    async fn wait(&self, bell: &mut Option<Doorbell>, idle: Duration, stop: &CancellationToken) {
        let ring = async {
            match bell {
                Some(bell) => bell.wait().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = stop.cancelled() => {}
            () = ring => {}
            () = self.slot.nudge.notified() => {}
            () = tokio::time::sleep(idle) => {}
        }
    }
}
