//! Asking a running import to stop after the chunk it is writing, or a preview to stop.

use pivotal_domain::audience::imports::error::ImportError;
use pivotal_domain::audience::imports::{Import, ImportState};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::preview;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::queue::{JobQueue, JobQueueError};

/// What is written stays; the rest ends as "not run". The run itself records the end, so that the numbers are right.
pub async fn cancel_import(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Import, CommandError> {
    authorise_all(actor, Permission::ImportsRun)?;
    let loaded = ctx.log.load::<Import>(id).await?;
    match (loaded.state.state, loaded.state.job) {
        (ImportState::Absent, _) => Err(ImportError::NotFound.into()),
        (ImportState::Running, Some(job)) => {
            // The run settles it: it records how far it came, and that the rest was not run.
            let queue = JobQueue::new(ctx.log.pools.write.clone(), ctx.clock.clone());
            match queue.cancel(job).await {
                Ok(_) | Err(JobQueueError::NotFound) => {}
                Err(error) => return Err(CommandError::unexpected(error)),
            }
            Ok(loaded.state)
        }
        _ if loaded.state.previews.running.is_some() => {
            preview::start::stop(ctx, &loaded.state).await?;
            Ok(loaded.state)
        }
        (ImportState::Cancelled, _) => Ok(loaded.state),
        _ => Err(ImportError::NotRunning.into()),
    }
}
