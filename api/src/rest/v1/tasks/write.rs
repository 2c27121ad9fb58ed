//! Making, changing, finishing and deleting tasks. The same use cases as everywhere.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::execute::Executed;
use pivotal_commands::work::tasks::change::{ChangeTask, change_task};
use pivotal_commands::work::tasks::create::{CreateTask, create_task};
use pivotal_commands::work::tasks::delete::{delete_task, restore_task};
use pivotal_commands::work::tasks::settle::{cancel_task, complete_task, reopen_task};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::work::tasks as domain;
use pivotal_projections::work::SPEC;
use pivotal_projections::work::tasks::query;
use serde_json::json;

use super::types::{NewTaskBody, Task, TaskChange};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// A new task, about a record the caller may see or about none.
#[utoipa::path(post, path = "", operation_id = "create_task", tag = "tasks", request_body = NewTaskBody, security(("bearer" = ["TASKS_EDIT"])), responses(
    (status = 201, body = Task), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<NewTaskBody>,
) -> ApiResult<Response> {
    let input = CreateTask { id: None, task: new.read()?, idempotency_key: idempotency_key(&headers)? };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { create_task(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::CREATED, done).await
}

/// Other words, another day, somebody else.
#[utoipa::path(patch, path = "/{id}", operation_id = "change_task", tag = "tasks", params(("id" = Uuid, Path)), request_body = TaskChange, security(("bearer" = ["TASKS_EDIT"])), responses(
    (status = 200, body = Task), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn change(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Json(change): Json<TaskChange>,
) -> ApiResult<Response> {
    let (changes, expected_version) = change.read()?;
    let input = ChangeTask { id, changes, expected_version, idempotency_key: idempotency_key(&headers)? };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { change_task(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// It is done.
#[utoipa::path(post, path = "/{id}/complete", operation_id = "complete_task", tag = "tasks", params(("id" = Uuid, Path)), security(("bearer" = ["TASKS_EDIT"])), responses(
    (status = 200, body = Task), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn complete(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { complete_task(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// It will not be done.
#[utoipa::path(post, path = "/{id}/cancel", operation_id = "cancel_task", tag = "tasks", params(("id" = Uuid, Path)), security(("bearer" = ["TASKS_EDIT"])), responses(
    (status = 200, body = Task), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn cancel(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { cancel_task(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// Take back that it was done or cancelled.
#[utoipa::path(post, path = "/{id}/reopen", operation_id = "reopen_task", tag = "tasks", params(("id" = Uuid, Path)), security(("bearer" = ["TASKS_EDIT"])), responses(
    (status = 200, body = Task), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn reopen(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { reopen_task(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// Delete it. It can be restored.
#[utoipa::path(delete, path = "/{id}", operation_id = "delete_task", tag = "tasks", params(("id" = Uuid, Path)), security(("bearer" = ["TASKS_EDIT"])), responses(
    (status = 200, body = Task), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn delete(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { delete_task(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// Take a deletion back.
#[utoipa::path(post, path = "/{id}/restore", operation_id = "restore_task", tag = "tasks", params(("id" = Uuid, Path)), security(("bearer" = ["TASKS_EDIT"])), responses(
    (status = 200, body = Task), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn restore(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { restore_task(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// The task after the change. When its list has not caught up, only its id: ask again with the position.
async fn answered(
    app: &App,
    actor: &Actor,
    status: StatusCode,
    done: Executed<domain::Task>,
) -> ApiResult<Response> {
    if let Some(position) = done.position
        && stale_at(app, &[SPEC.name], position).await?
    {
        return Ok(answer(StatusCode::ACCEPTED, done.position, json!({ "id": done.id })));
    }
    let task = query::get(&app.context.log.pools.read, actor, done.id).await?.map(Task::from);
    Ok(answer(status, done.position, task))
}
