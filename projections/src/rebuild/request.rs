//! Asking for a rebuild, following it, calling it off. A rebuilder in any process picks it up.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

/// A rebuild as its row has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebuild {
    pub id: Uuid,
    pub projection: String,
    pub reason: String,
    pub requested_by: String,
    /// `queued`, `building`, `indexing`, `comparing`, `done`, `failed`, `cancelled`.
    pub state: String,
    pub position: i64,
    /// Where the log ended when it was last looked at.
    pub head: Option<i64>,
    /// Entries applied.
    pub entries: i64,
    pub rows_before: Option<i64>,
    pub rows_after: Option<i64>,
    /// Whether the new rows equalled those in use at the same position; `None` when there was nothing to compare with.
    pub same: Option<bool>,
    pub error: Option<String>,
    pub requested_at: DateTime<Utc>,
    pub started_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
}

impl Rebuild {
    pub fn is_over(&self) -> bool {
        self.finished_at.is_some()
    }
}

/// Asks for a rebuild and answers its id; while one is open for this projection, that one's.
pub async fn request(pool: &PgPool, projection: &str, reason: &str, by: &str) -> Result<Uuid, sqlx::Error> {
    let mut connection = pool.acquire().await?;
    request_in(&mut connection, projection, reason, by).await
}

pub async fn get(pool: &PgPool, id: Uuid) -> Result<Option<Rebuild>, sqlx::Error> {
    sqlx::query_as!(
        Rebuild,
        "select id, projection, reason, requested_by, state, position, head, entries, rows_before, rows_after, same, error, requested_at, started_at, finished_at from read.rebuilds where id = $1",
        id
    )
    .fetch_optional(pool)
    .await
}

/// The latest rebuilds, newest first.
pub async fn recent(pool: &PgPool, limit: i64) -> Result<Vec<Rebuild>, sqlx::Error> {
    sqlx::query_as!(
        Rebuild,
        "select id, projection, reason, requested_by, state, position, head, entries, rows_before, rows_after, same, error, requested_at, started_at, finished_at
         from read.rebuilds order by requested_at desc limit $1",
        limit
    )
    .fetch_all(pool)
    .await
}

/// Calls a rebuild off; noticed between two batches. Answers whether it was open.
pub async fn cancel(pool: &PgPool, id: Uuid) -> Result<bool, sqlx::Error> {
    let cancelled = sqlx::query!(
        "update read.rebuilds set state = 'cancelled', finished_at = clock_timestamp(), updated_at = clock_timestamp() where id = $1 and state in ('queued', 'building', 'indexing', 'comparing')",
        id
    )
    .execute(pool)
    .await?;
    Ok(cancelled.rows_affected() == 1)
}

pub(crate) async fn request_in(
    connection: &mut PgConnection,
    projection: &str,
    reason: &str,
    by: &str,
) -> Result<Uuid, sqlx::Error> {
    loop {
        let made = sqlx::query_scalar!(
            "insert into read.rebuilds (id, projection, reason, requested_by) values ($1, $2, $3, $4)
             on conflict (projection) where state in ('queued', 'building', 'indexing', 'comparing') do nothing returning id",
            Uuid::now_v7(), projection, reason, by
        )
        .fetch_optional(&mut *connection)
        .await?;
        if let Some(id) = made {
            return Ok(id);
        }
        let open = sqlx::query_scalar!("select id from read.rebuilds where projection = $1 and state in ('queued', 'building', 'indexing', 'comparing')", projection)
            .fetch_optional(&mut *connection)
            .await?;
        // None: the open one ended between the two statements, so ask again.
        if let Some(id) = open {
            return Ok(id);
        }
    }
}

/// A rebuild to carry out.
#[derive(Debug, Clone)]
pub(super) struct Open {
    pub id: Uuid,
    pub projection: String,
    pub state: String,
    pub version: Option<i32>,
    pub epoch: Option<Uuid>,
    pub position: i64,
    pub entries: i64,
}

pub(super) async fn oldest_open(connection: &mut PgConnection) -> Result<Option<Open>, sqlx::Error> {
    sqlx::query_as!(
        Open,
        "select id, projection, state, version, epoch, position, entries from read.rebuilds where state in ('queued', 'building', 'indexing', 'comparing')
         order by state <> 'queued' desc, requested_at limit 1"
    )
    .fetch_optional(connection)
    .await
}

pub(super) async fn fail(connection: &mut PgConnection, id: Uuid, error: &str) -> Result<(), sqlx::Error> {
    sqlx::query!("update read.rebuilds set state = 'failed', error = $2, finished_at = clock_timestamp(), updated_at = clock_timestamp() where id = $1", id, error)
        .execute(connection)
        .await
        .map(|_| ())
}
