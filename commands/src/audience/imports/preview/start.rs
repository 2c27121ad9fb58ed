//! Asking for a preview, and stopping one that nobody needs any more.

use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::command::ImportCommand;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::NewJob;
use uuid::Uuid;

use super::run::{KIND, RunPreview};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute};
use crate::jobs::queue::{JobQueue, JobQueueError};

/// Asked for again while one is made, this changes nothing.
pub async fn preview_import(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<Import>, CommandError> {
    authorise_all(actor, Permission::ImportsRun)?;
    let (at, job) = (ctx.now(), Uuid::now_v7());
    execute::<Import, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(ImportCommand::StartPreview { at, job })?),
        |_, after| {
            let run =
                RunPreview { import_id: id, actor: actor.user_id, role: actor.role.as_str().to_owned() };
            let mut new = NewJob::new(job, KIND, format!("Preview of {}", after.name), run)?;
            // Somebody waits for it in front of the screen.
            new.priority = 1;
            new.link = Some(format!("/contacts/imports/{id}"));
            new.created_by = Some(actor.user_id);
            Ok(vec![new])
        },
    )
    .await
}

/// Stops the preview of an import that is about to be something else. What it comes to is not told any more.
pub(in crate::audience::imports) async fn stop(ctx: &Context, import: &Import) -> Result<(), CommandError> {
    let Some(job) = import.previews.running else { return Ok(()) };
    let queue = JobQueue::new(ctx.log.pools.write.clone(), ctx.clock.clone());
    match queue.cancel(job).await {
        Ok(_) | Err(JobQueueError::NotFound) => Ok(()),
        Err(error) => Err(CommandError::unexpected(error)),
    }
}
