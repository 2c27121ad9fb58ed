//! Loading and writing rows of `invitations`. The schema is a parameter (a rebuild writes beside the rows in use), so these
//! statements cannot be compile-checked.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use sqlx::{FromRow, PgConnection};
use uuid::Uuid;

/// A row while it is folded.
#[derive(Debug, Clone, FromRow)]
pub(super) struct InvitationCells {
    pub id: Uuid,
    pub email: String,
    pub role: String,
    pub client_id: Option<Uuid>,
    pub team_ids: Vec<Uuid>,
    pub standing: String,
    pub invited_by: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    pub sent_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub user_id: Option<Uuid>,
    /// Sequence of the last event in it.
    pub version: i64,
}

pub(super) async fn load(
    connection: &mut PgConnection,
    schema: &str,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, InvitationCells>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "select id, email, role, client_id, team_ids, standing, invited_by, created_at, sent_at, expires_at, user_id, version
         from {schema}.invitations where id = any($1)"
    );
    let rows: Vec<InvitationCells> = sqlx::query_as(&sql).bind(ids).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

pub(super) async fn upsert(
    connection: &mut PgConnection,
    schema: &str,
    rows: BTreeMap<Uuid, InvitationCells>,
) -> Result<(), sqlx::Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "insert into {schema}.invitations as held (id, email, role, client_id, team_ids, standing, invited_by, created_at, sent_at, expires_at, user_id, version)
         select i.id, i.email, i.role, i.client_id, i.teams::uuid[], i.standing, i.invited_by, i.created_at, i.sent_at, i.expires_at, i.user_id, i.version
         from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::uuid[], $12::bigint[])
           as i(id, email, role, client_id, teams, standing, invited_by, created_at, sent_at, expires_at, user_id, version)
         on conflict (id) do update set standing = excluded.standing, sent_at = excluded.sent_at, expires_at = excluded.expires_at,
           user_id = excluded.user_id, version = excluded.version
         where held.version < excluded.version"
    );
    let all = || rows.values();
    // Postgres has no arrays of arrays of different lengths: each list of teams goes as its text.
    let teams = |row: &InvitationCells| {
        format!("{{{}}}", row.team_ids.iter().map(Uuid::to_string).collect::<Vec<_>>().join(","))
    };
    sqlx::query(&sql)
        .bind(rows.keys().copied().collect::<Vec<_>>())
        .bind(all().map(|row| row.email.as_str()).collect::<Vec<_>>())
        .bind(all().map(|row| row.role.as_str()).collect::<Vec<_>>())
        .bind(all().map(|row| row.client_id).collect::<Vec<_>>())
        .bind(all().map(teams).collect::<Vec<_>>())
        .bind(all().map(|row| row.standing.as_str()).collect::<Vec<_>>())
        .bind(all().map(|row| row.invited_by).collect::<Vec<_>>())
        .bind(all().map(|row| row.created_at).collect::<Vec<_>>())
        .bind(all().map(|row| row.sent_at).collect::<Vec<_>>())
        .bind(all().map(|row| row.expires_at).collect::<Vec<_>>())
        .bind(all().map(|row| row.user_id).collect::<Vec<_>>())
        .bind(all().map(|row| row.version).collect::<Vec<_>>())
        .execute(connection)
        .await?;
    Ok(())
}
