//! Other words, another day, somebody else.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::work::tasks::Task;
use pivotal_domain::work::tasks::command::{TaskChanges, TaskCommand};
use uuid::Uuid;

use super::{may_change, must_be_assignable};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute, no_jobs};
use crate::work::about::must_hold_text;
use crate::work::by;

#[derive(Debug, Clone)]
pub struct ChangeTask {
    pub id: Uuid,
    pub changes: TaskChanges,
    /// The version that was looked at. What somebody else said since is not overwritten, the other parts go in.
    pub expected_version: Option<i64>,
    pub idempotency_key: Option<String>,
}

pub async fn change_task(
    ctx: &Context,
    actor: &Actor,
    input: ChangeTask,
) -> Result<Executed<Task>, CommandError> {
    let ChangeTask { id, changes, expected_version: expected, idempotency_key } = input;
    let before = ctx.log.load::<Task>(id).await?.state;
    may_change(&before, actor)?;
    if changes.writes() {
        must_hold_text(ctx, before.about).await?;
    }
    must_be_assignable(ctx, changes.assignee.flatten()).await?;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        idempotency_key.as_deref(),
        &("change_task", id, &changes),
    );
    let command = TaskCommand::Change { changes, expected, by: by(actor), at: ctx.now() };
    execute::<Task, _, _>(
        ctx,
        id,
        &actor.metadata(),
        repeatable,
        |loaded| {
            may_change(&loaded.state, actor)?;
            Ok(loaded.state.decide(command.clone())?)
        },
        no_jobs,
    )
    .await
}
