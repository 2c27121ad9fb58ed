//! Filling the new tables, batch by batch.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use pivotal_log::reader::{self, Entry, Keys};
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, Executor, PgConnection};
use tokio::sync::Mutex;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::ahead::read_ahead;
use super::request::Open;
use super::{RebuildError, tables};
use crate::runner::opened::Opener;
use crate::runner::{ApplyError, NEXT, Projection, Spec, Target, parking};

/// Entries per batch: nobody waits for these rows.
const BATCH: i64 = 5_000;
/// Close enough to the head for the last step.
pub const CLOSE: i64 = 1_000;

/// A rebuild under way.
pub struct Build {
    pub id: Uuid,
    pub spec: Spec,
    pub epoch: Uuid,
    pub position: i64,
    pub entries: i64,
    /// Parked entries that this version cannot apply either.
    pub still_parked: BTreeSet<i64>,
    pub projection: Arc<dyn Projection>,
    opener: Opener,
    options: PgConnectOptions,
    indexed: bool,
}

impl Build {
    /// Makes the tables, or finds those of a rebuild that was interrupted.
    pub async fn begin(
        connection: &mut PgConnection,
        projection: Arc<dyn Projection>,
        opener: &Opener,
        options: &PgConnectOptions,
        open: Open,
    ) -> Result<Self, RebuildError> {
        let spec = projection.spec();
        let epoch = sqlx::query_scalar!("select id from log.epoch").fetch_one(&mut *connection).await?;
        let goes_on =
            open.state != "queued" && open.version == Some(spec.version) && open.epoch == Some(epoch);
        let goes_on = match projection.outside() {
            Some(outside) => outside.begin_next(epoch, goes_on).await?,
            None => goes_on,
        };
        let (position, entries) = if goes_on { (open.position, open.entries) } else { (0, 0) };
        if !goes_on {
            let mut tx = connection.begin().await?;
            tables::create(&mut tx, spec.tables).await?;
            let begun = sqlx::query!(
                "update read.rebuilds set state = 'building', version = $2, epoch = $3, position = 0, entries = 0, started_at = clock_timestamp(), updated_at = clock_timestamp()
                 where id = $1 and state in ('queued', 'building', 'indexing', 'comparing')",
                open.id, spec.version, epoch
            )
            .execute(&mut *tx)
            .await?;
            if begun.rows_affected() != 1 {
                return Err(RebuildError::Cancelled);
            }
            tx.commit().await?;
        }
        let indexed = goes_on && open.state != "building";
        Ok(Build {
            id: open.id,
            spec,
            epoch,
            position,
            entries,
            still_parked: BTreeSet::new(),
            projection,
            opener: opener.clone(),
            options: options.clone(),
            indexed,
        })
    }

    /// The first pass: from the beginning to where the log ends now, into tables without secondary indexes.
    pub async fn read_the_log(
        &mut self,
        connection: &mut PgConnection,
        stop: &CancellationToken,
    ) -> Result<(), RebuildError> {
        while !self.indexed {
            let head = reader::head(connection).await?;
            // However short the log is, it is read once without indexes: one way through, one way to test.
            if head == self.position || (self.position > 0 && head - self.position <= CLOSE) {
                return Ok(());
            }
            self.read_to(connection, head, stop).await?;
        }
        Ok(())
    }

    /// Makes the indexes. They are made one by one: an interrupted rebuild makes those that are missing.
    pub async fn index(
        &mut self,
        connection: &mut PgConnection,
        stop: &CancellationToken,
    ) -> Result<(), RebuildError> {
        if !self.indexed {
            let mut tx = connection.begin().await?;
            self.projection
                .settle(&mut Target { connection: &mut tx, schema: NEXT, unindexed: true })
                .await?;
            self.mark(&mut tx, "indexing").await?;
            tx.commit().await?;
            self.indexed = true;
        }
        let missing: VecDeque<String> = tables::missing_indexes(connection, self.spec.tables).await?.into();
        let missing = Mutex::new(missing);
        let mut beside = self.options.connect().await?;
        beside.execute(tables::SESSION).await?;
        // Two at a time: each is one processor's work, and a third would only press on the memory.
        tokio::try_join!(self.make(connection, &missing, stop), self.make(&mut beside, &missing, stop))?;
        beside.close().await?;
        tables::analyze(connection, self.spec.tables).await?;
        Ok(())
    }

    async fn make(
        &self,
        connection: &mut PgConnection,
        missing: &Mutex<VecDeque<String>>,
        stop: &CancellationToken,
    ) -> Result<(), RebuildError> {
        loop {
            self.go_on(connection, stop).await?;
            let Some(statement) = missing.lock().await.pop_front() else { return Ok(()) };
            connection.execute(statement.as_str()).await?;
        }
    }

    /// Follows the log until it is close to its head.
    pub async fn catch_up(
        &mut self,
        connection: &mut PgConnection,
        stop: &CancellationToken,
    ) -> Result<(), RebuildError> {
        self.mark(connection, "comparing").await?;
        loop {
            let head = reader::head(connection).await?;
            if head - self.position <= CLOSE {
                return Ok(());
            }
            self.read_to(connection, head, stop).await?;
        }
    }

    /// Applies everything up to a position, each batch in a transaction of its own.
    pub async fn read_to(
        &mut self,
        connection: &mut PgConnection,
        head: i64,
        stop: &CancellationToken,
    ) -> Result<(), RebuildError> {
        let mut batches = read_ahead(
            self.options.clone(),
            self.opener.clone(),
            self.projection.clone(),
            self.position,
            head,
            BATCH,
        );
        while let Some(fetched) = batches.recv().await {
            let fetched = fetched?;
            self.go_on(connection, stop).await?;
            let parked =
                parking::between(connection, self.spec.name, fetched.after, fetched.batch.to).await?;
            let mut without: BTreeSet<i64> = BTreeSet::new();
            loop {
                let mut tx = connection.begin().await?;
                let entries: Vec<Entry>;
                let kept = if without.is_empty() {
                    &fetched.batch.entries
                } else {
                    entries = fetched
                        .batch
                        .entries
                        .iter()
                        .filter(|entry| !without.contains(&entry.position))
                        .cloned()
                        .collect();
                    &entries
                };
                match self.apply(&mut tx, kept, &fetched.keys).await {
                    Ok(()) => {
                        self.save(&mut tx, fetched.batch.to, kept.len() as i64, head).await?;
                        tx.commit().await?;
                        break;
                    }
                    // A parked entry gets its second chance; if it fails again, it stays parked.
                    Err(error) if !error.is_passing() && without.is_empty() && !parked.is_empty() => {
                        tx.rollback().await?;
                        without.extend(&parked);
                    }
                    Err(error) => return Err(error.into()),
                }
            }
            self.still_parked.extend(without);
        }
        Ok(())
    }

    /// Applies what is left inside the swap's transaction. Few entries, so there is nothing to read ahead.
    pub async fn read_in(&mut self, tx: &mut PgConnection, head: i64) -> Result<(), RebuildError> {
        while self.position < head {
            let batch = reader::read_to(tx, self.position, head, BATCH, self.spec.interest).await?;
            let parked = parking::between(tx, self.spec.name, self.position, batch.to).await?;
            let entries: Vec<Entry> =
                batch.entries.into_iter().filter(|entry| !parked.contains(&entry.position)).collect();
            self.still_parked.extend(parked);
            let keys = self
                .opener
                .keys_of(&entries, |entry| self.projection.reads_personal(entry))
                .await
                .map_err(ApplyError::Log)?;
            self.apply(tx, &entries, &keys).await?;
            self.entries += entries.len() as i64;
            self.position = batch.to;
        }
        Ok(())
    }

    async fn apply(
        &self,
        connection: &mut PgConnection,
        entries: &[Entry],
        keys: &Keys,
    ) -> Result<(), ApplyError> {
        if entries.is_empty() {
            return Ok(());
        }
        let opened = self.opener.opened(entries, keys.clone());
        self.projection
            .apply(&opened, &mut Target { connection, schema: NEXT, unindexed: !self.indexed })
            .await
    }

    async fn save(
        &mut self,
        tx: &mut PgConnection,
        to: i64,
        entries: i64,
        head: i64,
    ) -> Result<(), RebuildError> {
        let saved = sqlx::query!(
            "update read.rebuilds set position = $2, entries = entries + $3, head = $4, updated_at = clock_timestamp() where id = $1 and state in ('building', 'indexing', 'comparing')",
            self.id, to, entries, head
        )
        .execute(tx)
        .await?;
        if saved.rows_affected() != 1 {
            return Err(RebuildError::Cancelled);
        }
        self.position = to;
        self.entries += entries;
        metrics::counter!("pivotal_rebuild_entries_total", "projection" => self.spec.name)
            .increment(entries as u64);
        Ok(())
    }

    async fn mark(&self, connection: &mut PgConnection, state: &str) -> Result<(), RebuildError> {
        let marked = sqlx::query!(
            "update read.rebuilds set state = $2, updated_at = clock_timestamp() where id = $1 and state in ('building', 'indexing', 'comparing')",
            self.id, state
        )
        .execute(connection)
        .await?;
        if marked.rows_affected() == 1 { Ok(()) } else { Err(RebuildError::Cancelled) }
    }

    /// Between batches: was it called off, is the process to end, is it still the same log?
    async fn go_on(
        &self,
        connection: &mut PgConnection,
        stop: &CancellationToken,
    ) -> Result<(), RebuildError> {
        if stop.is_cancelled() {
            // Not a failure of the rebuild: the next process goes on with it.
            return Err(RebuildError::Busy);
        }
        let row = sqlx::query!(
            r#"select e.id as epoch, r.state from read.rebuilds r cross join log.epoch e where r.id = $1"#,
            self.id
        )
        .fetch_one(connection)
        .await?;
        match row.state.as_str() {
            "cancelled" | "failed" | "done" => Err(RebuildError::Cancelled),
            _ if row.epoch != self.epoch => Err(RebuildError::LogReplaced),
            _ => Ok(()),
        }
    }
}
