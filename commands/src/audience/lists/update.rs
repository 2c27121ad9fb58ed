//! Another name, other tags, other people who see it.

use pivotal_domain::audience::lists::details::DetailChanges;
use pivotal_domain::audience::lists::error::ListError;
use pivotal_domain::audience::lists::{List, ListCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{may_edit, name_taken};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

pub async fn update_list(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    changes: DetailChanges,
) -> Result<Executed<List>, CommandError> {
    authorise_all(actor, Permission::SegmentsEdit)?;
    let name = changes.name.clone().unwrap_or_default();
    let command = ListCommand::Change { changes: changes.clone(), at: ctx.now() };
    execute::<List, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| {
            let made = may_edit(&loaded.state, actor)?;
            if let Some(sharing) = changes.sharing.filter(|sharing| *sharing != made.details.sharing) {
                if !made.is_shared_by(actor) {
                    return Err(ListError::NotYours.into());
                }
                sharing.check(actor).map_err(ListError::from)?;
            }
            Ok(loaded.state.decide(command.clone())?)
        },
        no_jobs,
    )
    .await
    .map_err(|error| name_taken(error, &name))
}
