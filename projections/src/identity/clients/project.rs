//! Events of client organisations to rows.

use std::collections::{BTreeMap, HashMap};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::identity::clients::events::ClientEvent;
use pivotal_log::reader::Entry;
use sqlx::PgConnection;
use uuid::Uuid;

use super::SPEC;
use crate::runner::opened::refused;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct Clients;

#[derive(Debug, Clone)]
struct ClientCells {
    name: String,
    archived: bool,
    created_at: DateTime<Utc>,
    version: i64,
}

#[async_trait]
impl Projection for Clients {
    fn spec(&self) -> Spec {
        SPEC
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let older: Vec<Uuid> =
            batch.entries().iter().filter(|entry| entry.sequence > 1).map(|entry| entry.about_id).collect();
        let mut held = load(target.connection, target.schema, &older).await?;
        let mut changed = BTreeMap::new();
        for entry in batch.entries() {
            let row = changed.remove(&entry.about_id).or_else(|| held.remove(&entry.about_id));
            changed.insert(entry.about_id, fold(row, entry, batch.event(entry)?)?);
        }
        Ok(upsert(target.connection, target.schema, changed).await?)
    }
}

fn fold(row: Option<ClientCells>, entry: &Entry, event: ClientEvent) -> Result<ClientCells, ApplyError> {
    if let ClientEvent::ClientCreated { at, name } = event {
        return Ok(ClientCells { name, archived: false, created_at: at, version: entry.sequence });
    }
    let mut row = row.ok_or_else(|| refused(entry, "the client was never created"))?;
    row.version = entry.sequence;
    match event {
        ClientEvent::ClientCreated { .. } => {}
        ClientEvent::ClientRenamed { name, .. } => row.name = name,
        ClientEvent::ClientArchived { .. } => row.archived = true,
    }
    Ok(row)
}

// The schema is a parameter (a rebuild writes beside the rows in use), so the statements below cannot be compile-checked.

type Stored = (Uuid, String, bool, DateTime<Utc>, i64);

async fn load(
    connection: &mut PgConnection,
    schema: &str,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, ClientCells>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql =
        format!("select id, name, archived, created_at, version from {schema}.clients where id = any($1)");
    let stored: Vec<Stored> = sqlx::query_as(&sql).bind(ids).fetch_all(connection).await?;
    let cells = stored.into_iter();
    Ok(cells
        .map(|(id, name, archived, created_at, version)| {
            (id, ClientCells { name, archived, created_at, version })
        })
        .collect())
}

async fn upsert(
    connection: &mut PgConnection,
    schema: &str,
    rows: BTreeMap<Uuid, ClientCells>,
) -> Result<(), sqlx::Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "insert into {schema}.clients as held (id, name, archived, created_at, version)
         select * from unnest($1::uuid[], $2::text[], $3::boolean[], $4::timestamptz[], $5::bigint[])
         on conflict (id) do update set name = excluded.name, archived = excluded.archived, version = excluded.version
         where held.version < excluded.version"
    );
    sqlx::query(&sql)
        .bind(rows.keys().copied().collect::<Vec<_>>())
        .bind(rows.values().map(|row| row.name.as_str()).collect::<Vec<_>>())
        .bind(rows.values().map(|row| row.archived).collect::<Vec<_>>())
        .bind(rows.values().map(|row| row.created_at).collect::<Vec<_>>())
        .bind(rows.values().map(|row| row.version).collect::<Vec<_>>())
        .execute(connection)
        .await?;
    Ok(())
}
