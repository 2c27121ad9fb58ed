//! Commands outlive the request that asked for them.

use std::future::Future;

use crate::errors::ApiError;

/// Runs a command in a task of its own: a connection that is dropped half-way cannot cancel it, and a transaction is
/// never left open (sqlx loses acknowledged writes when a `begin` is cancelled).
pub async fn run_command<T, E>(
    command: impl Future<Output = Result<T, E>> + Send + 'static,
) -> Result<T, ApiError>
where
    T: Send + 'static,
    E: Into<ApiError> + Send + 'static,
{
    match tokio::spawn(command).await {
        Ok(result) => result.map_err(Into::into),
        Err(broken) => Err(ApiError::internal(&broken)),
    }
}
