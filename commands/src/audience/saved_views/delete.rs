//! Away with a view, and back.

use pivotal_domain::audience::saved_views::{SavedView, SavedViewCommand};
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::{name_taken, own};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

pub async fn delete_saved_view(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<SavedView>, CommandError> {
    run(ctx, actor, id, SavedViewCommand::Delete { at: ctx.now() }).await
}

/// What undoes a deletion. The name may have been given to another view meanwhile.
pub async fn restore_saved_view(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<SavedView>, CommandError> {
    let restored = run(ctx, actor, id, SavedViewCommand::Restore { at: ctx.now() }).await;
    match restored {
        Err(error @ CommandError::Rejected(_)) => {
            let saved = ctx.log.load::<SavedView>(id).await?;
            Err(name_taken(error, saved.state.view.as_ref().map_or("", |view| view.name.as_str())))
        }
        other => other,
    }
}

async fn run(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    command: SavedViewCommand,
) -> Result<Executed<SavedView>, CommandError> {
    execute::<SavedView, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| {
            own(&loaded.state, actor)?;
            Ok(loaded.state.decide(command.clone())?)
        },
        no_jobs,
    )
    .await
}
