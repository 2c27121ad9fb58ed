//! Rows of senders and brands, read and written. The schema is a parameter (a rebuild writes beside the rows in use), so the
//! statements cannot be compile-checked.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use pivotal_domain::email::senders::SenderProfile;
use pivotal_domain::email::senders::brand::Brand;
use serde::de::DeserializeOwned;
use sqlx::PgConnection;
use sqlx::types::Json;
use uuid::Uuid;

#[derive(Debug, Clone)]
pub(super) struct Cells<A> {
    pub state: A,
    pub created_at: DateTime<Utc>,
    pub version: i64,
}

pub(super) async fn load<A: DeserializeOwned + Send + Unpin + 'static>(
    connection: &mut PgConnection,
    schema: &str,
    table: &str,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Cells<A>>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!("select id, state, created_at, version from {schema}.{table} where id = any($1)");
    let stored: Vec<(Uuid, Json<A>, DateTime<Utc>, i64)> =
        sqlx::query_as(&sql).bind(ids).fetch_all(connection).await?;
    let cells = stored.into_iter();
    Ok(cells
        .map(|(id, Json(state), created_at, version)| (id, Cells { state, created_at, version }))
        .collect())
}

pub(super) async fn upsert_senders(
    connection: &mut PgConnection,
    schema: &str,
    rows: BTreeMap<Uuid, Cells<SenderProfile>>,
) -> Result<(), sqlx::Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "insert into {schema}.email_senders as held (id, brand_id, from_name, from_address, archived, health, checked_at,
           created_at, version, state)
         select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::boolean[], $6::text[], $7::timestamptz[],
           $8::timestamptz[], $9::bigint[], $10::jsonb[])
         on conflict (id) do update set brand_id = excluded.brand_id, from_name = excluded.from_name,
           from_address = excluded.from_address, archived = excluded.archived, health = excluded.health,
           checked_at = excluded.checked_at, version = excluded.version, state = excluded.state
         where held.version < excluded.version"
    );
    let all = || rows.values();
    let brand =
        |row: &Cells<SenderProfile>| row.state.setup.as_ref().map(|setup| setup.brand).unwrap_or_default();
    sqlx::query(&sql)
        .bind(rows.keys().copied().collect::<Vec<_>>())
        .bind(all().map(brand).collect::<Vec<_>>())
        .bind(all().map(|row| row.state.who.from_name.clone()).collect::<Vec<_>>())
        .bind(all().map(|row| row.state.who.from_address.clone()).collect::<Vec<_>>())
        .bind(all().map(|row| row.state.archived).collect::<Vec<_>>())
        .bind(all().map(|row| row.state.health().map(|health| health.as_str())).collect::<Vec<_>>())
        .bind(all().map(|row| row.state.checked_at).collect::<Vec<_>>())
        .bind(all().map(|row| row.created_at).collect::<Vec<_>>())
        .bind(all().map(|row| row.version).collect::<Vec<_>>())
        .bind(all().map(|row| Json(row.state.clone())).collect::<Vec<_>>())
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn upsert_brands(
    connection: &mut PgConnection,
    schema: &str,
    rows: BTreeMap<Uuid, Cells<Brand>>,
) -> Result<(), sqlx::Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "insert into {schema}.email_brands as held (id, name, archived, default_sender, created_at, version, state)
         select * from unnest($1::uuid[], $2::text[], $3::boolean[], $4::uuid[], $5::timestamptz[], $6::bigint[], $7::jsonb[])
         on conflict (id) do update set name = excluded.name, archived = excluded.archived,
           default_sender = excluded.default_sender, version = excluded.version, state = excluded.state
         where held.version < excluded.version"
    );
    let all = || rows.values();
    let name = |row: &Cells<Brand>| row.state.look.as_ref().map(|look| look.name.clone()).unwrap_or_default();
    sqlx::query(&sql)
        .bind(rows.keys().copied().collect::<Vec<_>>())
        .bind(all().map(name).collect::<Vec<_>>())
        .bind(all().map(|row| row.state.archived).collect::<Vec<_>>())
        .bind(all().map(|row| row.state.default_sender).collect::<Vec<_>>())
        .bind(all().map(|row| row.created_at).collect::<Vec<_>>())
        .bind(all().map(|row| row.version).collect::<Vec<_>>())
        .bind(all().map(|row| Json(row.state.clone())).collect::<Vec<_>>())
        .execute(connection)
        .await?;
    Ok(())
}
