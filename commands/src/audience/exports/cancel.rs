//! Asking an export that is being written to stop. Nothing of it is kept.

use pivotal_domain::audience::exports::error::ExportError;
use pivotal_domain::audience::exports::{Export, ExportState, may_see};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use crate::authorise::authorise;
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::queue::{JobQueue, JobQueueError};

/// The run itself records the end.
pub async fn cancel_export(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Export, CommandError> {
    authorise(actor, Permission::ExportsView).map(drop)?;
    let export = ctx.log.load::<Export>(id).await?.state;
    if !may_see(actor, export.by) {
        return Err(ExportError::NotFound.into());
    }
    match (export.state, export.job) {
        (ExportState::Absent, _) => Err(ExportError::NotFound.into()),
        (ExportState::Running, Some(job)) => {
            let queue = JobQueue::new(ctx.log.pools.write.clone(), ctx.clock.clone());
            match queue.cancel(job).await {
                Ok(_) | Err(JobQueueError::NotFound) => Ok(export),
                Err(error) => Err(CommandError::unexpected(error)),
            }
        }
        (ExportState::Cancelled, _) => Ok(export),
        _ => Err(ExportError::Ended.into()),
    }
}
