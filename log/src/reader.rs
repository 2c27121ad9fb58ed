//! Reading the log by position. Position order is commit order, so a cursor is one integer and nothing can appear behind it.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use cqrs_es::persist::EventUpcaster;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::log::personal::LoggedEvent;
use serde::de::DeserializeOwned;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::codec::{self, Stored};
use crate::error::LogError;
use crate::keys::{KeyStore, PersonKey};

/// What a reader wants to see. Entries of other kinds are passed over, and the cursor with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interest {
    /// Aggregate types; empty for none.
    pub aggregates: &'static [&'static str],
    /// Fact kinds; empty for none.
    pub facts: &'static [&'static str],
}

/// What several readers want together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kinds {
    aggregates: Vec<String>,
    facts: Vec<String>,
}

impl Kinds {
    pub fn add(&mut self, interest: Interest) {
        for (all, more) in [(&mut self.aggregates, interest.aggregates), (&mut self.facts, interest.facts)] {
            all.extend(more.iter().map(ToString::to_string));
            all.sort_unstable();
            all.dedup();
        }
    }
}

impl From<Interest> for Kinds {
    fn from(interest: Interest) -> Self {
        let mut kinds = Kinds::default();
        kinds.add(interest);
        kinds
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    Event,
    Fact,
}

/// One row of the log, still as text.
#[derive(Debug, Clone)]
pub struct Entry {
    pub kind: EntryKind,
    pub position: i64,
    /// `aggregate_type` of an event, `about_type` of a fact.
    pub about_type: String,
    pub about_id: Uuid,
    /// 0 for facts.
    pub sequence: i64,
    /// `event_type` of an event, `kind` of a fact.
    pub name: String,
    pub version: String,
    pub payload: String,
    pub metadata: String,
    pub recorded_at: DateTime<Utc>,
    pub subject: Option<Uuid>,
}

/// Entries up to `to`: the cursor may move there once they are applied, even when there are none.
#[derive(Debug, Clone)]
pub struct Batch {
    pub entries: Vec<Entry>,
    pub to: i64,
    /// Last committed position when the batch was read.
    pub head: i64,
}

/// Keys of the people in a batch.
pub type Keys = HashMap<Uuid, Arc<PersonKey>>;

impl Entry {
    pub fn is_of(&self, interest: Interest) -> bool {
        match self.kind {
            EntryKind::Event => interest.aggregates.contains(&self.about_type.as_str()),
            EntryKind::Fact => interest.facts.contains(&self.name.as_str()),
        }
    }

    /// Decodes an event. With no key for its subject the personal parts are absent.
    pub fn event<E: LoggedEvent>(
        &self,
        keys: &Keys,
        upcasters: &[Box<dyn EventUpcaster>],
    ) -> Result<E, LogError> {
        self.decode(keys, upcasters)
    }

    /// Decodes a fact.
    pub fn fact<F: DeserializeOwned>(
        &self,
        keys: &Keys,
        upcasters: &[Box<dyn EventUpcaster>],
    ) -> Result<F, LogError> {
        self.decode(keys, upcasters)
    }

    pub fn metadata(&self) -> Metadata {
        let map: HashMap<String, String> = serde_json::from_str(&self.metadata).unwrap_or_default();
        Metadata::from_map(&map)
    }

    fn decode<E: DeserializeOwned>(
        &self,
        keys: &Keys,
        upcasters: &[Box<dyn EventUpcaster>],
    ) -> Result<E, LogError> {
        let id = self.about_id.to_string();
        let stored = Stored {
            aggregate_type: &self.about_type,
            aggregate_id: &id,
            sequence: self.sequence,
            event_type: &self.name,
            event_version: &self.version,
            payload: &self.payload,
        };
        let key = self.subject.and_then(|subject| keys.get(&subject)).map(|key| key.as_ref());
        codec::decode(stored, key, upcasters)
    }
}

/// The last committed position. Sequence values of failed appends leave gaps; nothing is ever committed into one.
pub async fn head(connection: &mut PgConnection) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select greatest((select coalesce(max(global_position), 0) from log.events), (select coalesce(max(global_position), 0) from log.facts)) as "head!""#
    ).fetch_one(connection).await
}

pub async fn head_of(pool: &PgPool) -> Result<i64, sqlx::Error> {
    let mut connection = pool.acquire().await?;
    head(&mut connection).await
}

/// Identity of the log; a checkpoint that names another one is worthless.
pub async fn epoch(pool: &PgPool) -> Result<Uuid, sqlx::Error> {
    sqlx::query_scalar!("select id from log.epoch").fetch_one(pool).await
}

/// Reads what follows `after`, at most `limit` entries.
///
/// The head is read first: all that is committed at or below it is visible to the second statement, so moving the
/// cursor to it past uninteresting entries skips nothing.
pub async fn read(
    connection: &mut PgConnection,
    after: i64,
    limit: i64,
    interest: Interest,
) -> Result<Batch, sqlx::Error> {
    let head = head(connection).await?;
    read_to(connection, after, head, limit, interest).await
}

/// Like [`read`], for several readers.
pub async fn read_kinds(
    connection: &mut PgConnection,
    after: i64,
    limit: i64,
    kinds: &Kinds,
) -> Result<Batch, sqlx::Error> {
    let head = head(connection).await?;
    page(connection, after, head, limit, kinds).await
}

/// Like [`read`], up to a known head.
pub async fn read_to(
    connection: &mut PgConnection,
    after: i64,
    head: i64,
    limit: i64,
    interest: Interest,
) -> Result<Batch, sqlx::Error> {
    page(connection, after, head, limit, &interest.into()).await
}

async fn page(
    connection: &mut PgConnection,
    after: i64,
    head: i64,
    limit: i64,
    kinds: &Kinds,
) -> Result<Batch, sqlx::Error> {
    if head <= after {
        return Ok(Batch { entries: Vec::new(), to: after.max(head), head });
    }
    let Kinds { aggregates, facts: kinds } = kinds;
    let mut entries = Vec::new();
    if !aggregates.is_empty() {
        let rows = sqlx::query!(
            r#"select global_position, aggregate_type, aggregate_id, sequence, event_type, event_version, payload::text as "payload!", metadata::text as "metadata!", recorded_at, subject_id
               from log.events where global_position > $1 and global_position <= $2 and aggregate_type = any($3) order by global_position limit $4"#,
            after, head, aggregates, limit
        ).fetch_all(&mut *connection).await?;
        entries.extend(rows.into_iter().map(|row| Entry {
            kind: EntryKind::Event,
            position: row.global_position,
            about_type: row.aggregate_type,
            about_id: row.aggregate_id.parse().unwrap_or_default(),
            sequence: row.sequence,
            name: row.event_type,
            version: row.event_version,
            payload: row.payload,
            metadata: row.metadata,
            recorded_at: row.recorded_at,
            subject: row.subject_id,
        }));
    }
    let events_full = entries.len() as i64 == limit;
    if !kinds.is_empty() {
        // Facts beyond the last event of a full page belong to the next page.
        let to = if events_full { entries.last().map_or(head, |entry| entry.position) } else { head };
        let rows = sqlx::query!(
            r#"select global_position, about_type, about_id, kind, version, payload::text as "payload!", metadata::text as "metadata!", recorded_at, subject_id
               from log.facts where global_position > $1 and global_position <= $2 and kind = any($3) order by global_position limit $4"#,
            after, to, kinds, limit
        ).fetch_all(&mut *connection).await?;
        entries.extend(rows.into_iter().map(|row| Entry {
            kind: EntryKind::Fact,
            position: row.global_position,
            about_type: row.about_type,
            about_id: row.about_id.parse().unwrap_or_default(),
            sequence: 0,
            name: row.kind,
            version: row.version,
            payload: row.payload,
            metadata: row.metadata,
            recorded_at: row.recorded_at,
            subject: row.subject_id,
        }));
        entries.sort_by_key(|entry| entry.position);
    }
    let full = entries.len() as i64 >= limit;
    entries.truncate(limit as usize);
    let to = if full { entries.last().map_or(head, |entry| entry.position) } else { head };
    Ok(Batch { entries, to, head })
}

/// All events of one record, oldest first.
pub async fn read_record(pool: &PgPool, aggregate_type: &str, id: Uuid) -> Result<Vec<Entry>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select global_position, aggregate_type, aggregate_id, sequence, event_type, event_version, payload::text as "payload!", metadata::text as "metadata!", recorded_at, subject_id
           from log.events where aggregate_type = $1 and aggregate_id = $2 order by sequence"#,
        aggregate_type, id.to_string()
    ).fetch_all(pool).await?;
    Ok(rows
        .into_iter()
        .map(|row| Entry {
            kind: EntryKind::Event,
            position: row.global_position,
            about_type: row.aggregate_type,
            about_id: id,
            sequence: row.sequence,
            name: row.event_type,
            version: row.event_version,
            payload: row.payload,
            metadata: row.metadata,
            recorded_at: row.recorded_at,
            subject: row.subject_id,
        })
        .collect())
}

/// All events of these records up to a position, each record's oldest first. Who caused them is left out: nobody who folds asks.
pub async fn read_records(
    connection: &mut PgConnection,
    aggregate_type: &str,
    ids: &[Uuid],
    to: i64,
) -> Result<Vec<Entry>, sqlx::Error> {
    events_of(connection, aggregate_type, ids, to, false).await
}

/// All events of these records with who caused each, each record's oldest first.
pub async fn read_records_told(
    pool: &PgPool,
    aggregate_type: &str,
    ids: &[Uuid],
) -> Result<Vec<Entry>, sqlx::Error> {
    events_of(&mut *pool.acquire().await?, aggregate_type, ids, i64::MAX, true).await
}

/// Record by record, by the key: on a young table, which has no statistics yet, the planner would read all of it.
async fn events_of(
    connection: &mut PgConnection,
    aggregate_type: &str,
    ids: &[Uuid],
    to: i64,
    told: bool,
) -> Result<Vec<Entry>, sqlx::Error> {
    let ids: Vec<String> = ids.iter().map(Uuid::to_string).collect();
    let rows = sqlx::query!(
        r#"select e.global_position as "global_position!", e.aggregate_type as "aggregate_type!", e.aggregate_id as "aggregate_id!", e.sequence as "sequence!",
             e.event_type as "event_type!", e.event_version as "event_version!", e.payload as "payload!", e.metadata, e.recorded_at as "recorded_at!", e.subject_id
           from unnest($2::text[]) as u(id)
           cross join lateral (
             select global_position, aggregate_type, aggregate_id, sequence, event_type, event_version, payload::text as payload,
               case when $4 then metadata::text end as metadata, recorded_at, subject_id
             from log.events where aggregate_type = $1 and aggregate_id = u.id and global_position <= $3 offset 0
           ) e order by e.aggregate_id, e.sequence"#,
        aggregate_type, &ids, to, told
    ).fetch_all(connection).await?;
    Ok(rows
        .into_iter()
        .map(|row| Entry {
            kind: EntryKind::Event,
            position: row.global_position,
            about_type: row.aggregate_type,
            about_id: row.aggregate_id.parse().unwrap_or_default(),
            sequence: row.sequence,
            name: row.event_type,
            version: row.event_version,
            payload: row.payload,
            metadata: row.metadata.unwrap_or_default(),
            recorded_at: row.recorded_at,
            subject: row.subject_id,
        })
        .collect())
}

/// The keys needed to open a batch.
pub async fn keys_for(store: &KeyStore, entries: &[Entry]) -> Result<Keys, LogError> {
    let mut subjects: Vec<Uuid> = entries.iter().filter_map(|entry| entry.subject).collect();
    subjects.sort_unstable();
    subjects.dedup();
    store.load(subjects).await
}
