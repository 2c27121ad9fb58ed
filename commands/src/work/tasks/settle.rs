//! Done, given up, or open again.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::work::tasks::Task;
use pivotal_domain::work::tasks::command::TaskCommand;
use uuid::Uuid;

use super::may_change;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};
use crate::work::by;

pub async fn complete_task(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<Task>, CommandError> {
    run(ctx, actor, id, TaskCommand::Complete { by: by(actor), at: ctx.now() }).await
}

pub async fn cancel_task(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<Task>, CommandError> {
    run(ctx, actor, id, TaskCommand::Cancel { by: by(actor), at: ctx.now() }).await
}

/// What undoes both.
pub async fn reopen_task(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<Task>, CommandError> {
    run(ctx, actor, id, TaskCommand::Reopen { at: ctx.now() }).await
}

pub(super) async fn run(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    command: TaskCommand,
) -> Result<Executed<Task>, CommandError> {
    execute::<Task, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| {
            may_change(&loaded.state, actor)?;
            Ok(loaded.state.decide(command.clone())?)
        },
        no_jobs,
    )
    .await
}
