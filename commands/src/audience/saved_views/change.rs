//! Another name, other people, or the list as it is now.

use pivotal_domain::audience::saved_views::{SavedView, SavedViewCommand, ViewChanges};
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::{name_taken, own};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

pub async fn change_saved_view(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    changes: ViewChanges,
) -> Result<Executed<SavedView>, CommandError> {
    let name = changes.name.clone().unwrap_or_default();
    let command = SavedViewCommand::Change { changes: changes.clone(), at: ctx.now() };
    execute::<SavedView, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| {
            let view = own(&loaded.state, actor)?;
            if let Some(sharing) = changes.sharing.filter(|sharing| *sharing != view.sharing) {
                sharing.check(actor)?;
            }
            Ok(loaded.state.decide(command.clone())?)
        },
        no_jobs,
    )
    .await
    .map_err(|error| name_taken(error, &name))
}
