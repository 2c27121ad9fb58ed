//! The table of password hashes.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

pub(crate) async fn store(
    db: impl PgExecutor<'_>,
    user_id: Uuid,
    hash: &str,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into auth.credentials (user_id, hash, changed_at) values ($1, $2, $3)
         on conflict (user_id) do update set hash = excluded.hash, changed_at = excluded.changed_at",
        user_id,
        hash,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

pub(crate) async fn hash_of(db: impl PgExecutor<'_>, user_id: Uuid) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar!("select hash from auth.credentials where user_id = $1", user_id)
        .fetch_optional(db)
        .await
}

/// Only in the place of the hash that was seen. False: somebody was faster.
pub(crate) async fn replace(
    db: impl PgExecutor<'_>,
    user_id: Uuid,
    seen: Option<&str>,
    hash: &str,
    now: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    let written = sqlx::query!(
        "insert into auth.credentials as held (user_id, hash, changed_at) values ($1, $2, $3)
         on conflict (user_id) do update set hash = excluded.hash, changed_at = excluded.changed_at where held.hash = $4",
        user_id,
        hash,
        now,
        seen
    )
    .execute(db)
    .await?;
    Ok(written.rows_affected() == 1)
}

pub(crate) async fn remove(db: impl PgExecutor<'_>, user_id: Uuid) -> Result<(), sqlx::Error> {
    sqlx::query!("delete from auth.credentials where user_id = $1", user_id).execute(db).await?;
    Ok(())
}
