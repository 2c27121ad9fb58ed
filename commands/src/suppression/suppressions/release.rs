//! Somebody may be contacted again. On whose word is kept.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::suppressions::Suppression;
use pivotal_domain::suppression::suppressions::command::SuppressionCommand;
use uuid::Uuid;

use super::{covers, not_found};
use crate::authorise::authorise;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

#[derive(Debug, Clone)]
pub struct ReleaseSuppression {
    pub id: Uuid,
    pub reason: String,
}

pub async fn release_suppression(
    ctx: &Context,
    actor: &Actor,
    input: ReleaseSuppression,
) -> Result<Executed<Suppression>, CommandError> {
    let scope = authorise(actor, Permission::SuppressionsRelease)?;
    let command =
        SuppressionCommand::Release { at: ctx.now(), why: input.reason, source: actor.source.clone() };
    execute::<Suppression, _, _>(
        ctx,
        input.id,
        &actor.metadata(),
        None,
        |loaded| {
            // What is not theirs is not there for them.
            let (_, reach) = loaded.state.key.ok_or_else(not_found)?;
            if !covers(actor, scope, reach) {
                return Err(not_found());
            }
            Ok(loaded.state.decide(command.clone())?)
        },
        no_jobs,
    )
    .await
}
