//! The tables of secrets and recovery codes.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

pub(super) struct Held {
    /// Sealed.
    pub secret: Vec<u8>,
    pub enabled: bool,
}

/// In the place of one that was begun before. False: it is on, and stays.
pub(super) async fn begin(
    db: impl PgExecutor<'_>,
    user: Uuid,
    secret: &[u8],
    now: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    let written = sqlx::query!(
        "insert into auth.second_factors as held (user_id, secret, begun_at) values ($1, $2, $3)
         on conflict (user_id) do update set secret = excluded.secret, begun_at = excluded.begun_at, last_step = 0
         where held.enabled_at is null",
        user,
        secret,
        now
    )
    .execute(db)
    .await?;
    Ok(written.rows_affected() == 1)
}

pub(super) async fn held(db: impl PgExecutor<'_>, user: Uuid) -> Result<Option<Held>, sqlx::Error> {
    let row = sqlx::query!(
        r#"select secret, enabled_at is not null as "enabled!" from auth.second_factors where user_id = $1"#,
        user
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| Held { secret: row.secret, enabled: row.enabled }))
}

/// False: it is not the one that was begun any more. The code that turned it on is used.
pub(super) async fn enable(
    db: impl PgExecutor<'_>,
    user: Uuid,
    secret: &[u8],
    step: i64,
    now: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    let written = sqlx::query!(
        "update auth.second_factors set enabled_at = $4, last_step = $3 where user_id = $1 and secret = $2 and enabled_at is null",
        user,
        secret,
        step,
        now
    )
    .execute(db)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// False: this code, or a later one, was used already.
pub(super) async fn use_step(db: impl PgExecutor<'_>, user: Uuid, step: i64) -> Result<bool, sqlx::Error> {
    let written = sqlx::query!(
        "update auth.second_factors set last_step = $2 where user_id = $1 and last_step < $2",
        user,
        step
    )
    .execute(db)
    .await?;
    Ok(written.rows_affected() == 1)
}

pub(super) async fn forget(db: impl PgExecutor<'_>, user: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("delete from auth.second_factors where user_id = $1", user).execute(db).await?;
    Ok(())
}

pub(super) async fn add_codes(
    db: impl PgExecutor<'_>,
    user: Uuid,
    hashes: &[Vec<u8>],
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into auth.recovery_codes (user_id, hash) select $1::uuid, unnest($2::bytea[])",
        user,
        hashes
    )
    .execute(db)
    .await?;
    Ok(())
}

/// False: there is no such code, or it was used.
pub(super) async fn use_code(
    db: impl PgExecutor<'_>,
    user: Uuid,
    hash: &[u8],
    now: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    let written = sqlx::query!(
        "update auth.recovery_codes set used_at = $3 where user_id = $1 and hash = $2 and used_at is null",
        user,
        hash,
        now
    )
    .execute(db)
    .await?;
    Ok(written.rows_affected() == 1)
}

pub(super) async fn codes_left(db: impl PgExecutor<'_>, user: Uuid) -> Result<u32, sqlx::Error> {
    let left = sqlx::query_scalar!(
        r#"select count(*) as "left!" from auth.recovery_codes where user_id = $1 and used_at is null"#,
        user
    )
    .fetch_one(db)
    .await?;
    Ok(u32::try_from(left).unwrap_or(u32::MAX))
}

pub(super) async fn forget_codes(db: impl PgExecutor<'_>, user: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("delete from auth.recovery_codes where user_id = $1", user).execute(db).await?;
    Ok(())
}
