//! Rows of clients, read and written. The schema is a parameter (a rebuild writes beside the rows in use), so the statements cannot
//! be compile-checked.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use pivotal_domain::identity::clients::Client;
use sqlx::PgConnection;
use sqlx::types::Json;
use uuid::Uuid;

#[derive(Debug, Clone)]
pub(super) struct ClientCells {
    pub state: Client,
    pub created_at: DateTime<Utc>,
    pub archived_at: Option<DateTime<Utc>>,
    pub archive_reason: Option<String>,
    pub version: i64,
}

type Stored = (Uuid, Json<Client>, DateTime<Utc>, Option<DateTime<Utc>>, Option<String>, i64);

pub(super) async fn load(
    connection: &mut PgConnection,
    schema: &str,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, ClientCells>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "select id, state, created_at, archived_at, archive_reason, version from {schema}.clients where id = any($1)"
    );
    let stored: Vec<Stored> = sqlx::query_as(&sql).bind(ids).fetch_all(connection).await?;
    let cells = stored.into_iter();
    Ok(cells
        .map(|(id, Json(state), created_at, archived_at, archive_reason, version)| {
            (id, ClientCells { state, created_at, archived_at, archive_reason, version })
        })
        .collect())
}

pub(super) async fn upsert(
    connection: &mut PgConnection,
    schema: &str,
    rows: BTreeMap<Uuid, ClientCells>,
) -> Result<(), sqlx::Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "insert into {schema}.clients as held (id, name, archived, created_at, version, owner_id, website, country,
           brand_count, archived_at, archive_reason, state)
         select * from unnest($1::uuid[], $2::text[], $3::boolean[], $4::timestamptz[], $5::bigint[], $6::uuid[], $7::text[],
           $8::text[], $9::bigint[], $10::timestamptz[], $11::text[], $12::jsonb[])
         on conflict (id) do update set name = excluded.name, archived = excluded.archived, version = excluded.version,
           owner_id = excluded.owner_id, website = excluded.website, country = excluded.country,
           brand_count = excluded.brand_count, archived_at = excluded.archived_at,
           archive_reason = excluded.archive_reason, state = excluded.state
         where held.version < excluded.version"
    );
    let all = || rows.values();
    let brands = |row: &ClientCells| row.state.brands.values().filter(|brand| !brand.archived).count() as i64;
    sqlx::query(&sql)
        .bind(rows.keys().copied().collect::<Vec<_>>())
        .bind(all().map(|row| row.state.name.clone().unwrap_or_default()).collect::<Vec<_>>())
        .bind(all().map(|row| row.state.archived).collect::<Vec<_>>())
        .bind(all().map(|row| row.created_at).collect::<Vec<_>>())
        .bind(all().map(|row| row.version).collect::<Vec<_>>())
        .bind(all().map(|row| row.state.owner).collect::<Vec<_>>())
        .bind(all().map(|row| row.state.details.website.clone()).collect::<Vec<_>>())
        .bind(all().map(|row| row.state.details.country.clone()).collect::<Vec<_>>())
        .bind(all().map(brands).collect::<Vec<_>>())
        .bind(all().map(|row| row.archived_at).collect::<Vec<_>>())
        .bind(all().map(|row| row.archive_reason.clone()).collect::<Vec<_>>())
        .bind(all().map(|row| Json(row.state.clone())).collect::<Vec<_>>())
        .execute(connection)
        .await?;
    Ok(())
}
