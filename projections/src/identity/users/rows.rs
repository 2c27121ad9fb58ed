//! Loading and writing rows of `users`. The schema is a parameter (a rebuild writes beside the rows in use), so these
//! statements cannot be compile-checked.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use pivotal_domain::identity::role::Role;
use sqlx::PgConnection;
use uuid::Uuid;

/// A row while it is folded.
#[derive(Debug, Clone)]
pub(super) struct UserCells {
    pub name: String,
    pub email: String,
    pub role: Role,
    pub active: bool,
    pub second_factor: bool,
    pub client_id: Option<Uuid>,
    pub teams: Vec<Uuid>,
    pub created_at: DateTime<Utc>,
    /// Sequence of the last event in it.
    pub version: i64,
}

type Stored = (Uuid, String, String, String, bool, bool, Option<Uuid>, Vec<Uuid>, DateTime<Utc>, i64);

pub(super) async fn load(
    connection: &mut PgConnection,
    schema: &str,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, UserCells>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "select id, name, email, role, active, second_factor, client_id, team_ids, created_at, version from {schema}.users where id = any($1)"
    );
    let stored: Vec<Stored> = sqlx::query_as(&sql).bind(ids).fetch_all(connection).await?;
    let cells = stored.into_iter().map(
        |(id, name, email, role, active, second_factor, client_id, teams, created_at, version)| {
            let role = role.parse().map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
            let cells =
                UserCells { name, email, role, active, second_factor, client_id, teams, created_at, version };
            Ok((id, cells))
        },
    );
    cells.collect()
}

pub(super) async fn upsert(
    connection: &mut PgConnection,
    schema: &str,
    rows: BTreeMap<Uuid, UserCells>,
) -> Result<(), sqlx::Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "insert into {schema}.users as held (id, name, email, role, active, second_factor, client_id, team_ids, created_at, version)
         select u.id, u.name, u.email, u.role, u.active, u.second_factor, u.client_id, u.teams::uuid[], u.created_at, u.version
         from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::boolean[], $6::boolean[], $7::uuid[], $8::text[], $9::timestamptz[], $10::bigint[])
           as u(id, name, email, role, active, second_factor, client_id, teams, created_at, version)
         on conflict (id) do update set name = excluded.name, email = excluded.email, role = excluded.role, active = excluded.active, second_factor = excluded.second_factor,
           client_id = excluded.client_id, team_ids = excluded.team_ids, version = excluded.version
         where held.version < excluded.version"
    );
    let all = || rows.values();
    // Postgres has no arrays of arrays of different lengths: each list of teams goes as its text.
    let teams = |row: &UserCells| {
        format!("{{{}}}", row.teams.iter().map(Uuid::to_string).collect::<Vec<_>>().join(","))
    };
    sqlx::query(&sql)
        .bind(rows.keys().copied().collect::<Vec<_>>())
        .bind(all().map(|row| row.name.as_str()).collect::<Vec<_>>())
        .bind(all().map(|row| row.email.as_str()).collect::<Vec<_>>())
        .bind(all().map(|row| row.role.as_str()).collect::<Vec<_>>())
        .bind(all().map(|row| row.active).collect::<Vec<_>>())
        .bind(all().map(|row| row.second_factor).collect::<Vec<_>>())
        .bind(all().map(|row| row.client_id).collect::<Vec<_>>())
        .bind(all().map(teams).collect::<Vec<_>>())
        .bind(all().map(|row| row.created_at).collect::<Vec<_>>())
        .bind(all().map(|row| row.version).collect::<Vec<_>>())
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn upsert_logins(
    connection: &mut PgConnection,
    schema: &str,
    logins: BTreeMap<Uuid, DateTime<Utc>>,
) -> Result<(), sqlx::Error> {
    if logins.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "insert into {schema}.user_activity as held (user_id, last_login_at) select * from unnest($1::uuid[], $2::timestamptz[])
         on conflict (user_id) do update set last_login_at = greatest(held.last_login_at, excluded.last_login_at)"
    );
    let (ids, times): (Vec<Uuid>, Vec<DateTime<Utc>>) = logins.into_iter().unzip();
    sqlx::query(&sql).bind(ids).bind(times).execute(connection).await?;
    Ok(())
}
