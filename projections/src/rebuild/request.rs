//! Asking for a rebuild. A rebuilder in any process picks it up.

use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

/// Asks for a rebuild and answers its id; while one is open for this projection, that one's.
pub async fn request(pool: &PgPool, projection: &str, reason: &str, by: &str) -> Result<Uuid, sqlx::Error> {
    let mut connection = pool.acquire().await?;
    request_in(&mut connection, projection, reason, by).await
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
