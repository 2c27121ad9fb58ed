//! Another name, other people, other tags.

use pivotal_domain::audience::domain_sets::command::{Changes, DomainSetCommand};
use pivotal_domain::audience::domain_sets::{DomainSet, check_sharing};
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::{check_seen, editable};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

pub async fn change_domain_set(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    changes: Changes,
) -> Result<Executed<DomainSet>, CommandError> {
    if let Some(sharing) = changes.sharing {
        check_sharing(sharing, actor)?;
    }
    run(ctx, actor, id, DomainSetCommand::Change { at: ctx.now(), changes }).await
}

async fn run(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    command: DomainSetCommand,
) -> Result<Executed<DomainSet>, CommandError> {
    editable(ctx, actor, id).await?;
    execute::<DomainSet, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| {
            check_seen(&loaded.state, actor)?;
            Ok(loaded.state.decide(command.clone())?)
        },
        no_jobs,
    )
    .await
}
