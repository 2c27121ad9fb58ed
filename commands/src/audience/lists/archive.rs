//! Away with a list, and back. Its members stay as they are meanwhile.

use pivotal_domain::audience::lists::{List, ListCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{may_edit, name_taken};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

pub async fn archive_list(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<List>, CommandError> {
    run(ctx, actor, id, ListCommand::Archive { at: ctx.now() }).await
}

/// The name may have been given to another list meanwhile.
pub async fn restore_list(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<List>, CommandError> {
    let restored = run(ctx, actor, id, ListCommand::Restore { at: ctx.now() }).await;
    match restored {
        Err(error @ CommandError::Rejected(_)) => {
            let list = ctx.log.load::<List>(id).await?.state;
            Err(name_taken(error, list.made.as_ref().map_or("", |made| made.details.name.as_str())))
        }
        other => other,
    }
}

async fn run(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    command: ListCommand,
) -> Result<Executed<List>, CommandError> {
    authorise_all(actor, Permission::SegmentsEdit)?;
    execute::<List, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| {
            may_edit(&loaded.state, actor)?;
            Ok(loaded.state.decide(command.clone())?)
        },
        no_jobs,
    )
    .await
}
