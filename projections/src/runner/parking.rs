//! What a person can do about a stopped projection: let it try again, or park the entry and go past it.

use sqlx::{PgConnection, PgPool};

#[derive(Debug, thiserror::Error)]
pub enum ParkingError {
    #[error("there is no projection `{0}`")]
    Unknown(String),
    #[error("the projection `{0}` is not stopped, so there is nothing to retry or park")]
    NotStopped(String),
    #[error("the projections cannot be reached")]
    Database(#[from] sqlx::Error),
}

/// Lets a stopped projection try the same entry again.
pub async fn retry(pool: &PgPool, projection: &str) -> Result<(), ParkingError> {
    let retried = sqlx::query!(
        "update read.checkpoints set state = 'live', error = null, failed_position = null, failed_type = null, updated_at = clock_timestamp() where name = $1 and state = 'stopped'",
        projection
    )
    .execute(pool)
    .await?;
    if retried.rows_affected() == 1 { Ok(()) } else { Err(why_not(pool, projection).await?) }
}

/// Puts the entry that stopped a projection aside, visibly, and lets the projection go past it. Answers its position.
pub async fn park(pool: &PgPool, projection: &str, by: &str) -> Result<i64, ParkingError> {
    // One statement: the entry is recorded as parked if and only if the projection goes on.
    let parked = sqlx::query_scalar!(
        r#"with stopped as (
             select name, failed_position, failed_type, error from read.checkpoints where name = $1 and state = 'stopped' for update
           ), parked as (
             insert into read.parked_events (projection, position, event_type, error, parked_by)
             select name, failed_position, coalesce(failed_type, ''), coalesce(error, ''), $2 from stopped
             on conflict (projection, position) do update set error = excluded.error, parked_by = excluded.parked_by, parked_at = clock_timestamp()
             returning position
           )
           update read.checkpoints c set state = 'live', error = null, failed_position = null, failed_type = null, updated_at = clock_timestamp()
           from stopped s, parked p where c.name = s.name returning p.position"#,
        projection, by
    )
    .fetch_optional(pool)
    .await?;
    match parked {
        Some(position) => Ok(position),
        None => Err(why_not(pool, projection).await?),
    }
}

/// An entry that was parked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parked {
    pub projection: String,
    pub position: i64,
    pub event_type: String,
    pub error: String,
    pub parked_by: String,
    pub parked_at: chrono::DateTime<chrono::Utc>,
}

/// Parked entries of all projections, newest first.
pub async fn parked(pool: &PgPool, limit: i64) -> Result<Vec<Parked>, sqlx::Error> {
    sqlx::query_as!(Parked, "select projection, position, event_type, error, parked_by, parked_at from read.parked_events order by parked_at desc, position desc limit $1", limit)
        .fetch_all(pool)
        .await
}

/// The parked positions of a projection in `after..=to`.
pub(crate) async fn between(
    connection: &mut PgConnection,
    projection: &str,
    after: i64,
    to: i64,
) -> Result<Vec<i64>, sqlx::Error> {
    sqlx::query_scalar!(
        "select position from read.parked_events where projection = $1 and position > $2 and position <= $3",
        projection,
        after,
        to
    )
    .fetch_all(connection)
    .await
}

async fn why_not(pool: &PgPool, projection: &str) -> Result<ParkingError, sqlx::Error> {
    let known = sqlx::query_scalar!("select name from read.checkpoints where name = $1", projection)
        .fetch_optional(pool)
        .await?;
    Ok(match known {
        Some(name) => ParkingError::NotStopped(name),
        None => ParkingError::Unknown(projection.to_owned()),
    })
}
