//! Questions that stop when nobody waits for the answer any more.
//!
//! Dropping a query of sqlx does not stop it: Postgres goes on, and the connection comes back only when it is done. So the
//! query runs in a task that owns its connection. When whoever asked goes away, the task tells Postgres to cancel it, while
//! it still holds the connection, so that no other statement can be met.

use futures::future::BoxFuture;
use sqlx::{Connection, PgConnection, PgPool};
use tokio_util::sync::CancellationToken;

use crate::page::QueryError;

/// Answers what `ask` reads on a connection of the pool. Dropped, it cancels the statement in Postgres.
pub(crate) async fn cancellable<T, F>(pool: &PgPool, ask: F) -> Result<T, QueryError>
where
    T: Send + 'static,
    F: for<'c> FnOnce(&'c mut PgConnection) -> BoxFuture<'c, Result<T, sqlx::Error>> + Send + 'static,
{
    let gone = CancellationToken::new();
    let waiting = gone.clone().drop_guard();
    let answer = tokio::spawn(run(pool.clone(), gone, ask)).await;
    waiting.disarm();
    match answer {
        Ok(answer) => Ok(answer?),
        Err(stopped) if stopped.is_panic() => std::panic::resume_unwind(stopped.into_panic()),
        // The runtime is shutting down.
        Err(_) => Err(QueryError::Database(sqlx::Error::PoolClosed)),
    }
}

async fn run<T, F>(pool: PgPool, gone: CancellationToken, ask: F) -> Result<T, sqlx::Error>
where
    F: for<'c> FnOnce(&'c mut PgConnection) -> BoxFuture<'c, Result<T, sqlx::Error>>,
{
    let mut connection = pool.acquire().await?;
    let process = sqlx::query_scalar!(r#"select pg_backend_pid() as "process!""#);
    let process = process.fetch_one(&mut *connection).await?;
    // Superseded while it waited for a connection: nobody may be kept waiting for it.
    if gone.is_cancelled() {
        return Err(sqlx::Error::PoolTimedOut);
    }
    let mut answer = ask(&mut connection);
    tokio::select! {
        biased;
        answered = &mut answer => answered,
        () = gone.cancelled() => {
            cancel(&pool, process).await;
            // Read to its end, which is near, so that the connection goes back clean.
            answer.await
        }
    }
}

/// On a connection of its own: those of the pool may all be busy with what is to be cancelled. Failing costs no more than
/// the time limit of lists.
async fn cancel(pool: &PgPool, process: i32) {
    let cancelled = async {
        let mut connection = PgConnection::connect_with(&pool.connect_options()).await?;
        sqlx::query_scalar!("select pg_cancel_backend($1)", process).fetch_one(&mut connection).await?;
        connection.close().await
    };
    match cancelled.await {
        Ok(()) => metrics::counter!("pivotal_cancelled_questions_total").increment(1),
        Err(error) => tracing::warn!(%error, "a question that nobody waits for could not be cancelled"),
    }
}
