//! Away with a task, and back.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::work::tasks::Task;
use pivotal_domain::work::tasks::command::TaskCommand;
use uuid::Uuid;

use super::settle::run;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn delete_task(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<Task>, CommandError> {
    run(ctx, actor, id, TaskCommand::Delete { at: ctx.now() }).await
}

/// What undoes a deletion.
pub async fn restore_task(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<Task>, CommandError> {
    run(ctx, actor, id, TaskCommand::Restore { at: ctx.now() }).await
}
