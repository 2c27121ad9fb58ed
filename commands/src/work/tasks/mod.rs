//! Use cases on tasks.

pub mod change;
pub mod create;
pub mod delete;
pub mod remind;
pub mod settle;
#[cfg(test)]
mod tests;

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::users::User;
use pivotal_domain::work::tasks::Task;
use pivotal_domain::work::tasks::error::TaskError;
use uuid::Uuid;

use crate::authorise::authorise;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;

impl Guarded for Task {
    /// None: there may be any number of tasks alike.
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<TaskError> for CommandError {
    fn from(error: TaskError) -> Self {
        match error {
            TaskError::Unknown => CommandError::NotFound(error.to_string()),
            _ => CommandError::rejected(Rejection {
                code: error.code().to_owned(),
                field: error.field().map(ToOwned::to_owned),
                message: error.to_string(),
                record: None,
            }),
        }
    }
}

/// Passes for who may change the task. One that the actor may not even see is not there.
fn may_change(task: &Task, actor: &Actor) -> Result<(), CommandError> {
    let whose = task.whose();
    if !task.exists() || !whose.is_seen_by(actor) {
        return Err(TaskError::Unknown.into());
    }
    authorise(actor, Permission::TasksEdit).map(|_scope| ())?;
    if whose.is_changed_by(actor) {
        return Ok(());
    }
    Err(CommandError::Forbidden(format!(
        "Your role, {}, may change only tasks that were given to you or that you made. Ask whoever has this one.",
        actor.role.label()
    )))
}

/// Tasks are for people of the house who can sign in.
async fn must_be_assignable(ctx: &Context, assignee: Option<Uuid>) -> Result<(), CommandError> {
    let Some(assignee) = assignee else { return Ok(()) };
    let user = ctx.log.load::<User>(assignee).await?.state;
    if user.role.is_some() && !user.disabled && user.client_id.is_none() {
        Ok(())
    } else {
        Err(TaskError::Assignee.into())
    }
}
