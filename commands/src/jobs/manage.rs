//! Cancelling and retrying jobs by hand, from the System page.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::queue::{Cancelled, JobQueue, JobQueueError};
use crate::authorise::authorise_all;
use crate::error::{CommandError, Rejection};

/// Anybody's job. Whoever started an import stops it by cancelling the import, which takes only that permission.
pub async fn cancel_job(queue: &JobQueue, actor: &Actor, id: Uuid) -> Result<Cancelled, CommandError> {
    authorise_all(actor, Permission::JobsManage)?;
    Ok(queue.cancel(id).await?)
}

/// Gives a parked job a fresh set of tries, from where it stopped.
pub async fn retry_job(queue: &JobQueue, actor: &Actor, id: Uuid) -> Result<(), CommandError> {
    authorise_all(actor, Permission::JobsManage)?;
    Ok(queue.retry(id).await?)
}

impl From<JobQueueError> for CommandError {
    fn from(error: JobQueueError) -> Self {
        let message = error.to_string();
        match (error.code(), error) {
            (_, JobQueueError::Database(error)) => error.into(),
            (_, JobQueueError::NotFound) => CommandError::NotFound(message),
            (Some(code), _) => CommandError::rejected(Rejection::new(code, message)),
            (None, error) => CommandError::unexpected(error),
        }
    }
}
