//! Making, changing, finishing and deleting tasks.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::error::CommandError;
use pivotal_commands::execute::Executed;
use pivotal_commands::work::tasks::change::{ChangeTask, change_task};
use pivotal_commands::work::tasks::create::{CreateTask, create_task};
use pivotal_commands::work::tasks::delete::{delete_task, restore_task};
use pivotal_commands::work::tasks::settle::{cancel_task, complete_task, reopen_task};
use pivotal_domain::work::tasks as domain;
use pivotal_domain::work::tasks::error::TaskError;
use pivotal_projections::work::SPEC;
use uuid::Uuid;

use super::query::one;
use super::types::{Task, TaskChangeInput, TaskCreateInput};
use crate::errors::{ApiError, ApiResult};
use crate::graphql::core;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, outcome, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct TaskMutation;

#[derive(Debug, SimpleObject)]
pub struct TaskPayload {
    /// As it is now.
    pub task: Option<Task>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

type Done = Result<Executed<domain::Task>, Vec<UserError>>;

#[Object]
impl TaskMutation {
    /// A new task, about a record the caller may see or about none.
    #[graphql(directive = allow::apply("TASKS_EDIT".into()))]
    async fn task_create(&self, ctx: &Context<'_>, input: TaskCreateInput) -> Result<TaskPayload> {
        let (task, idempotency_key) = match read(input.read())? {
            Ok(read) => read,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let input = CreateTask { id: None, task, idempotency_key };
        let done = run(ctx, |context, actor| async move { create_task(&context, &actor, input).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Other words, another day, somebody else.
    #[graphql(directive = allow::apply("TASKS_EDIT".into()))]
    async fn task_change(&self, ctx: &Context<'_>, input: TaskChangeInput) -> Result<TaskPayload> {
        let mut input = input;
        let changes = match read(input.changes())? {
            Ok(changes) => changes,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let TaskChangeInput { id, expected_version, idempotency_key, .. } = input;
        let input = ChangeTask { id, changes, expected_version, idempotency_key };
        let done = run(ctx, |context, actor| async move { change_task(&context, &actor, input).await });
        Ok(payload(ctx, done.await?).await?)
    }

    #[graphql(directive = allow::apply("TASKS_EDIT".into()))]
    async fn task_complete(&self, ctx: &Context<'_>, id: Uuid) -> Result<TaskPayload> {
        let done = run(ctx, move |context, actor| async move { complete_task(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// It will not be done.
    #[graphql(directive = allow::apply("TASKS_EDIT".into()))]
    async fn task_cancel(&self, ctx: &Context<'_>, id: Uuid) -> Result<TaskPayload> {
        let done = run(ctx, move |context, actor| async move { cancel_task(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Takes back that it was done or cancelled.
    #[graphql(directive = allow::apply("TASKS_EDIT".into()))]
    async fn task_reopen(&self, ctx: &Context<'_>, id: Uuid) -> Result<TaskPayload> {
        let done = run(ctx, move |context, actor| async move { reopen_task(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    #[graphql(directive = allow::apply("TASKS_EDIT".into()))]
    async fn task_delete(&self, ctx: &Context<'_>, id: Uuid) -> Result<TaskPayload> {
        let done = run(ctx, move |context, actor| async move { delete_task(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Takes a deletion back.
    #[graphql(directive = allow::apply("TASKS_EDIT".into()))]
    async fn task_restore(&self, ctx: &Context<'_>, id: Uuid) -> Result<TaskPayload> {
        let done = run(ctx, move |context, actor| async move { restore_task(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }
}

fn read<T>(read: Result<T, TaskError>) -> ApiResult<Result<T, Vec<UserError>>> {
    outcome(read.map_err(|error| ApiError::from(CommandError::from(error))))
}

fn refused(user_errors: Vec<UserError>) -> TaskPayload {
    TaskPayload { task: None, position: None, user_errors }
}

async fn payload(ctx: &Context<'_>, done: Done) -> ApiResult<TaskPayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(refused(user_errors)),
    };
    let stale = match done.position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let task = if stale { None } else { one(ctx, done.id).await? };
    Ok(TaskPayload { task, position: done.position, user_errors: Vec::new() })
}
