//! Events of suppressions to rows.

use std::collections::{BTreeMap, HashMap};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::suppression::suppressions::events::SuppressionEvent;
use pivotal_domain::suppression::suppressions::facts::SuppressionFact;
use pivotal_log::reader::{Entry, EntryKind};
use sqlx::{FromRow, PgConnection};
use uuid::Uuid;

use super::{SPEC, files};
use crate::runner::opened::refused;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct Suppressions;

#[derive(Debug, Clone, FromRow)]
struct Cells {
    id: Uuid,
    kind: String,
    value: Option<String>,
    key: Vec<u8>,
    reach: String,
    client_id: Option<Uuid>,
    reason: String,
    source: String,
    note: Option<String>,
    since: DateTime<Utc>,
    until: Option<DateTime<Utc>>,
    added_by: String,
    released_at: Option<DateTime<Utc>>,
    released_by: Option<String>,
    release_reason: Option<String>,
    erased: bool,
    version: i64,
}

#[async_trait]
impl Projection for Suppressions {
    fn spec(&self) -> Spec {
        SPEC
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let older =
            batch.entries().iter().filter(|entry| entry.kind == EntryKind::Event && entry.sequence > 1);
        let older: Vec<Uuid> = older.map(|entry| entry.about_id).collect();
        let mut held = load(target.connection, target.schema, &older).await?;
        let mut changed = BTreeMap::new();
        for entry in batch.entries() {
            if entry.kind == EntryKind::Fact {
                let SuppressionFact::SuppressionFileRead(read) = batch.fact(entry)?;
                let by = entry.metadata().actor;
                files::write(target.connection, target.schema, entry.about_id, by, read).await?;
                continue;
            }
            let row = changed.remove(&entry.about_id).or_else(|| held.remove(&entry.about_id));
            let event = batch.event(entry)?;
            if matches!(event, SuppressionEvent::SuppressionErased { .. }) {
                batch.forget(entry.about_id);
            }
            changed.insert(entry.about_id, fold(row, entry, event)?);
        }
        Ok(upsert(target.connection, target.schema, changed.into_values().collect()).await?)
    }
}

fn fold(row: Option<Cells>, entry: &Entry, event: SuppressionEvent) -> Result<Cells, ApplyError> {
    let actor = entry.metadata().actor;
    let version = entry.sequence;
    match event {
        SuppressionEvent::SuppressionAdded { at, kind, key, reach, value, reason, until, note, source } => {
            let erased = row.is_some_and(|row| row.erased);
            Ok(Cells {
                id: entry.about_id,
                kind: kind.as_str().to_owned(),
                value: value.filter(|_| !erased),
                key: hex::decode(&key).map_err(|_| refused(entry, "its key is no hash"))?,
                reach: reach.to_string(),
                client_id: reach.client(),
                reason: reason.as_str().to_owned(),
                source,
                note: note.filter(|_| !erased),
                since: at,
                until,
                added_by: actor,
                released_at: None,
                released_by: None,
                release_reason: None,
                erased,
                version,
            })
        }
        SuppressionEvent::SuppressionChanged { reason, until, note, source, .. } => {
            let row = row.ok_or_else(|| refused(entry, "it was never added"))?;
            let reason = reason.as_str().to_owned();
            Ok(Cells { reason, until, note: note.or(row.note), source, version, ..row })
        }
        SuppressionEvent::SuppressionReleased { at, why, .. } => {
            let row = row.ok_or_else(|| refused(entry, "it was never added"))?;
            Ok(Cells { released_at: Some(at), released_by: Some(actor), release_reason: why, version, ..row })
        }
        SuppressionEvent::SuppressionErased { .. } => {
            let row = row.ok_or_else(|| refused(entry, "it was never added"))?;
            Ok(Cells { value: None, note: None, release_reason: None, erased: true, version, ..row })
        }
    }
}

// The schema is a parameter (a rebuild writes beside the rows in use), so the statements below cannot be compile-checked.

async fn load(
    connection: &mut PgConnection,
    schema: &str,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Cells>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!("select * from {schema}.suppressions where id = any($1)");
    let rows: Vec<Cells> = sqlx::query_as(&sql).bind(ids).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

async fn upsert(connection: &mut PgConnection, schema: &str, rows: Vec<Cells>) -> Result<(), sqlx::Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "insert into {schema}.suppressions as held (id, kind, value, key, reach, client_id, reason, source, note, since, until, added_by,
           released_at, released_by, release_reason, erased, version)
         select * from unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::text[],
           $10::timestamptz[], $11::timestamptz[], $12::text[], $13::timestamptz[], $14::text[], $15::text[], $16::boolean[], $17::bigint[])
         on conflict (id) do update set value = excluded.value, reason = excluded.reason, source = excluded.source, note = excluded.note,
           since = excluded.since, until = excluded.until, added_by = excluded.added_by, released_at = excluded.released_at,
           released_by = excluded.released_by, release_reason = excluded.release_reason, erased = excluded.erased, version = excluded.version
         where held.version < excluded.version"
    );
    let texts = |of: fn(&Cells) -> Option<&str>| rows.iter().map(of).collect::<Vec<_>>();
    sqlx::query(&sql)
        .bind(rows.iter().map(|row| row.id).collect::<Vec<_>>())
        .bind(texts(|row| Some(&row.kind)))
        .bind(texts(|row| row.value.as_deref()))
        .bind(rows.iter().map(|row| row.key.as_slice()).collect::<Vec<_>>())
        .bind(texts(|row| Some(&row.reach)))
        .bind(rows.iter().map(|row| row.client_id).collect::<Vec<_>>())
        .bind(texts(|row| Some(&row.reason)))
        .bind(texts(|row| Some(&row.source)))
        .bind(texts(|row| row.note.as_deref()))
        .bind(rows.iter().map(|row| row.since).collect::<Vec<_>>())
        .bind(rows.iter().map(|row| row.until).collect::<Vec<_>>())
        .bind(texts(|row| Some(&row.added_by)))
        .bind(rows.iter().map(|row| row.released_at).collect::<Vec<_>>())
        .bind(texts(|row| row.released_by.as_deref()))
        .bind(texts(|row| row.release_reason.as_deref()))
        .bind(rows.iter().map(|row| row.erased).collect::<Vec<_>>())
        .bind(rows.iter().map(|row| row.version).collect::<Vec<_>>())
        .execute(connection)
        .await?;
    Ok(())
}
