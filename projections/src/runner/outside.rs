//! Projections that keep what they build outside the database, as the search index does. Their rows and their
//! checkpoint cannot commit together; what is outside carries its own position, and the checkpoint follows it.

use async_trait::async_trait;
use sqlx::PgConnection;
use uuid::Uuid;

use super::ApplyError;
use super::checkpoint::Checkpoint;

/// How a worker goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resume {
    /// From its checkpoint.
    Here,
    /// From an earlier position: what is outside was lost, or is older than the checkpoint.
    From(i64),
    /// Not now: another process is at it, or a rebuild replaces it.
    Elsewhere,
}

#[async_trait]
pub trait Outside: Send + Sync {
    /// Asked before each batch, with the checkpoint locked.
    async fn resume(&self, connection: &mut PgConnection, from: &Checkpoint) -> Result<Resume, ApplyError>;

    /// Begins what is being rebuilt, or goes on with what an interrupted rebuild left. Answers whether it goes on.
    async fn begin_next(&self, epoch: Uuid, goes_on: bool) -> Result<bool, ApplyError>;

    /// Documents and a checksum over them, of what is in use and of what was rebuilt. `None`: not to be compared.
    async fn compare(&self) -> Result<Option<[(i64, String); 2]>, ApplyError>;

    /// Puts what was rebuilt in the place of what is in use. The checkpoint is locked and moves after it; when it does
    /// not, the same events are applied again.
    async fn swap(&self) -> Result<(), ApplyError>;

    async fn discard_next(&self) -> Result<(), ApplyError>;
}
