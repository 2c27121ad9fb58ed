//! A new task, for oneself, for somebody else or for whoever takes it.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::work::tasks::Task;
use pivotal_domain::work::tasks::command::{NewTask, TaskCommand};
use uuid::Uuid;

use super::must_be_assignable;
use crate::authorise::authorise;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute_new, no_jobs};
use crate::work::about::authorise_about;
use crate::work::by;

#[derive(Debug, Clone)]
pub struct CreateTask {
    /// For who must find it again, such as the sample data; a new one otherwise.
    pub id: Option<Uuid>,
    pub task: NewTask,
    pub idempotency_key: Option<String>,
}

/// Whoever has a narrow scope makes tasks as well: what one makes is one's own.
pub async fn create_task(
    ctx: &Context,
    actor: &Actor,
    input: CreateTask,
) -> Result<Executed<Task>, CommandError> {
    authorise(actor, Permission::TasksEdit).map(|_scope| ())?;
    let CreateTask { id, task, idempotency_key } = input;
    if let Some(about) = task.about {
        authorise_about(ctx, actor, about).await?;
    }
    must_be_assignable(ctx, task.assignee).await?;
    let repeatable =
        Repeatable::new(&actor.user_id.to_string(), idempotency_key.as_deref(), &("create_task", &task));
    let command = TaskCommand::Create { task, by: by(actor), at: ctx.now() };
    execute_new::<Task, _, _>(
        ctx,
        id.unwrap_or_else(Uuid::now_v7),
        &actor.metadata(),
        repeatable,
        |none| Ok(none.decide(command)?),
        no_jobs,
    )
    .await
}
