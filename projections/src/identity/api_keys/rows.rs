//! Loading and writing rows of `api_keys`. The schema is a parameter (a rebuild writes beside the rows in use), so these statements
//! cannot be compile-checked.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use sqlx::{FromRow, PgConnection};
use uuid::Uuid;

/// A row while it is folded.
#[derive(Debug, Clone, FromRow)]
pub(super) struct ApiKeyCells {
    pub id: Uuid,
    pub user_id: Uuid,
    pub name: String,
    pub prefix: String,
    pub scopes: Vec<String>,
    pub created_at: DateTime<Utc>,
    pub expires_at: Option<DateTime<Utc>>,
    pub revoked_at: Option<DateTime<Utc>>,
    pub revoked_by: Option<Uuid>,
    /// Sequence of the last event in it.
    pub version: i64,
}

pub(super) async fn load(
    connection: &mut PgConnection,
    schema: &str,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, ApiKeyCells>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "select id, user_id, name, prefix, scopes, created_at, expires_at, revoked_at, revoked_by, version
         from {schema}.api_keys where id = any($1)"
    );
    let rows: Vec<ApiKeyCells> = sqlx::query_as(&sql).bind(ids).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

pub(super) async fn upsert(
    connection: &mut PgConnection,
    schema: &str,
    rows: BTreeMap<Uuid, ApiKeyCells>,
) -> Result<(), sqlx::Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "insert into {schema}.api_keys as held (id, user_id, name, prefix, scopes, created_at, expires_at, revoked_at, revoked_by, version)
         select k.id, k.user_id, k.name, k.prefix, string_to_array(k.scopes, ' '), k.created_at, k.expires_at, k.revoked_at, k.revoked_by, k.version
         from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::timestamptz[], $9::uuid[], $10::bigint[])
           as k(id, user_id, name, prefix, scopes, created_at, expires_at, revoked_at, revoked_by, version)
         on conflict (id) do update set revoked_at = excluded.revoked_at, revoked_by = excluded.revoked_by, version = excluded.version
         where held.version < excluded.version"
    );
    let all = || rows.values();
    sqlx::query(&sql)
        .bind(rows.keys().copied().collect::<Vec<_>>())
        .bind(all().map(|row| row.user_id).collect::<Vec<_>>())
        .bind(all().map(|row| row.name.as_str()).collect::<Vec<_>>())
        .bind(all().map(|row| row.prefix.as_str()).collect::<Vec<_>>())
        // Joined by spaces, which no scope contains: an array of arrays would have to be rectangular.
        .bind(all().map(|row| row.scopes.join(" ")).collect::<Vec<_>>())
        .bind(all().map(|row| row.created_at).collect::<Vec<_>>())
        .bind(all().map(|row| row.expires_at).collect::<Vec<_>>())
        .bind(all().map(|row| row.revoked_at).collect::<Vec<_>>())
        .bind(all().map(|row| row.revoked_by).collect::<Vec<_>>())
        .bind(all().map(|row| row.version).collect::<Vec<_>>())
        .execute(connection)
        .await?;
    Ok(())
}
