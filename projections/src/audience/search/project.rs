//! Events of contacts and accounts to documents of the search index.
//!
//! The index and the checkpoint cannot commit together. The index takes a batch and its position in one step, then the
//! checkpoint follows: after a crash between the two the same batch is applied again, which changes nothing. An index
//! that was lost, or is older than the checkpoint, takes the checkpoint back with it.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use pivotal_log::reader::Entry;
use sqlx::PgConnection;
use uuid::Uuid;

use super::SPEC;
use super::documents::{Companies, Touched};
use super::port::{Changes, Index, SearchIndex, Stamp};
use crate::runner::checkpoint::Checkpoint;
use crate::runner::outside::{Outside, Resume};
use crate::runner::{ApplyError, NEXT, Opened, Pace, Projection, Spec, Target};

/// Session advisory lock: one process of an installation writes the index.
const LOCK: i64 = 7_005;
/// Contacts folded from the log at once.
const PAGE: usize = 2_000;
/// Documents written at once when an account's new name reaches all of its contacts.
const MANY: usize = 10_000;

pub struct Search {
    index: Arc<dyn SearchIndex>,
    /// The last write of this process, and the companies as they were then. Worth nothing once another process writes.
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    live: Option<Stamp>,
    companies: Companies,
    next_companies: Companies,
}

impl Search {
    pub fn new(index: Arc<dyn SearchIndex>) -> Self {
        Search { index, known: Mutex::default() }
    }

    fn known(&self) -> std::sync::MutexGuard<'_, Known> {
        // Worst of all it is forgotten and read from the log again.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Taken out while a batch is worked on: an error leaves nothing half-done behind.
    fn take_companies(&self, index: Index) -> Companies {
        let mut known = self.known();
        std::mem::take(match index {
            Index::Live => &mut known.companies,
            Index::Next => &mut known.next_companies,
        })
    }

    fn keep(&self, index: Index, companies: Companies, stamp: Stamp) {
        let mut known = self.known();
        match index {
            Index::Live => (known.companies, known.live) = (companies, Some(stamp)),
            Index::Next => known.next_companies = companies,
        }
    }
}

#[async_trait]
impl Projection for Search {
    fn spec(&self) -> Spec {
        SPEC
    }

    fn reads_personal(&self, entry: &Entry) -> bool {
        entry.about_type == "contact"
    }

    fn pace(&self) -> Pace {
        // A commit of an index costs as much as some hundred documents, and each leaves a part that is merged later.
        Pace { batch: 5_000, rest: Duration::from_millis(150), long_rest: Duration::from_millis(1_200) }
    }

    fn outside(&self) -> Option<&dyn Outside> {
        Some(self)
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let Some(last) = batch.entries().last() else { return Ok(()) };
        let index = if target.schema == NEXT { Index::Next } else { Index::Live };
        let stamp = self.index.stamp(index).await?.ok_or(super::port::IndexError::Missing)?;
        let mut companies = self.take_companies(index);
        let mut touched = Touched::of(batch)?;
        touched.complete_accounts(batch, target.connection, last.position, &mut companies).await?;
        let members = match touched.renamed().is_empty() {
            true => Vec::new(),
            false => self.index.members(index, &touched.renamed()).await?,
        };
        let mut changes = touched.of_accounts();
        // Far more contacts than the batch has may belong to a renamed account: they are written as they come, and the stamp
        // moves last. What a batch usually has is one commit: each leaves a part of the index that is merged later.
        let mut older = touched.older_contacts(members);
        while !older.is_empty() {
            let page = older.split_off(older.len().saturating_sub(PAGE));
            let paged = touched.refold(page, batch, target.connection, last.position, &mut companies).await?;
            merge(&mut changes, paged);
            if changes.put.len() >= MANY {
                self.index.write(index, std::mem::take(&mut changes), stamp.position).await?;
            }
        }
        merge(&mut changes, touched.of_new(batch, target.connection, last.position, &mut companies).await?);
        let position = last.position.max(stamp.position);
        self.index.write(index, changes, position).await?;
        self.keep(index, companies, Stamp { position, ..stamp });
        Ok(())
    }
}

fn merge(into: &mut Changes, changes: Changes) {
    into.put.extend(changes.put);
    into.forget.extend(changes.forget);
}

#[async_trait]
impl Outside for Search {
    async fn resume(&self, connection: &mut PgConnection, from: &Checkpoint) -> Result<Resume, ApplyError> {
        // Held as long as this connection lives. An index inside a process belongs to that process alone, and two of them
        // would take the checkpoint from each other.
        let alone = sqlx::query_scalar!(r#"select pg_try_advisory_lock($1) as "locked!""#, LOCK)
            .fetch_one(&mut *connection)
            .await?;
        if !alone {
            return Ok(Resume::Elsewhere);
        }
        let stamp = self.index.stamp(Index::Live).await?.filter(|stamp| stamp.epoch == from.epoch);
        let Some(stamp) = stamp else {
            *self.known() = Known::default();
            let begun = Stamp { epoch: from.epoch, version: SPEC.version, position: 0 };
            self.index.create(Index::Live, begun).await?;
            return Ok(if from.position > 0 { Resume::From(0) } else { Resume::Here });
        };
        if stamp.version != SPEC.version {
            // It answers as it is; the rebuild that the worker has asked for replaces it.
            return Ok(Resume::Elsewhere);
        }
        if self.known().live == Some(stamp) {
            return Ok(Resume::Here);
        }
        *self.known() = Known { live: Some(stamp), ..Known::default() };
        // An index is stamped with the last entry that concerned it, so being behind the checkpoint may be right.
        let missed = sqlx::query_scalar!(
            r#"select exists(select 1 from log.events where global_position > $1 and global_position <= $2 and aggregate_type in ('contact', 'account')) as "missed!""#,
            stamp.position, from.position
        )
        .fetch_one(connection)
        .await?;
        Ok(if missed { Resume::From(stamp.position) } else { Resume::Here })
    }

    async fn begin_next(&self, epoch: Uuid, goes_on: bool) -> Result<bool, ApplyError> {
        self.known().next_companies = Companies::default();
        let begun = Stamp { epoch, version: SPEC.version, position: 0 };
        if goes_on {
            let left = self.index.stamp(Index::Next).await?;
            if left.is_some_and(|left| (left.epoch, left.version) == (begun.epoch, begun.version)) {
                return Ok(true);
            }
        }
        self.index.create(Index::Next, begun).await?;
        Ok(false)
    }

    async fn compare(&self) -> Result<Option<[(i64, String); 2]>, ApplyError> {
        let comparable = |stamp: &Stamp| stamp.version == SPEC.version;
        if !self.index.stamp(Index::Live).await?.as_ref().is_some_and(comparable) {
            return Ok(None);
        }
        Ok(Some([self.checksum(Index::Live).await?, self.checksum(Index::Next).await?]))
    }

    async fn swap(&self) -> Result<(), ApplyError> {
        *self.known() = Known::default();
        Ok(self.index.swap().await?)
    }

    async fn discard_next(&self) -> Result<(), ApplyError> {
        Ok(self.index.drop_next().await?)
    }
}

impl Search {
    /// The same in any order.
    async fn checksum(&self, index: Index) -> Result<(i64, String), ApplyError> {
        let (mut count, mut sum, mut from) = (0, 0_u64, Some(0));
        while let Some(at) = from {
            let part = self.index.contents(index, at).await?;
            count += part.documents.len() as i64;
            sum = part.documents.iter().fold(sum, |sum, (_, hash)| sum.wrapping_add(*hash));
            from = part.next;
        }
        Ok((count, format!("{sum:016x}")))
    }
}
