//! Away with a list, and back. Its members stay as they are meanwhile.

use pivotal_domain::audience::lists::error::ListError;
use pivotal_domain::audience::lists::{List, ListCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{editable, may_edit, name_taken};
use crate::audience::segments::used::{defined_by_list, spelled};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

/// Refused while a segment is defined by it.
pub async fn archive_list(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<List>, CommandError> {
    let list = editable(ctx, actor, id).await?;
    if !list.state.archived {
        refuse_used(ctx, actor, id).await?;
    }
    run(ctx, actor, id, ListCommand::Archive { at: ctx.now() }).await
}

async fn refuse_used(ctx: &Context, actor: &Actor, id: Uuid) -> Result<(), CommandError> {
    let users = defined_by_list(ctx, actor, id).await?;
    if users.is_empty() {
        return Ok(());
    }
    Err(ListError::Used(spelled(&users)).into())
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
