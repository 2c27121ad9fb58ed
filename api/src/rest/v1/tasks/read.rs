//! `GET /api/v1/tasks`, and one of them.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_projections::work::SPEC;
use pivotal_projections::work::tasks::query;

use super::types::{Task, WantedTasks};
use crate::app::App;
use crate::asked::asking;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};

/// Tasks by when they are due, those without a date last; what is done or cancelled alone, the latest first.
#[utoipa::path(get, path = "", operation_id = "list_tasks", tag = "tasks", params(WantedTasks), security(("bearer" = ["TASKS_VIEW"])), responses(
    (status = 200, body = Listed<Task>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<WantedTasks>,
) -> ApiResult<Json<Listed<Task>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let args = Paging { first: wanted.first, after: wanted.after.clone() }.args()?;
    let asking = asking(&app, &actor, wanted.time_zone.as_deref())?;
    let filter = wanted.asked(asking)?;
    let page = query::page(&app.context.log.pools.read, &actor, &filter, &args).await?;
    Ok(Json(Listed::new(page, old, Task::from)))
}

/// One task, a deleted one too.
#[utoipa::path(get, path = "/{id}", operation_id = "get_task", tag = "tasks", params(("id" = Uuid, Path)), security(("bearer" = ["TASKS_VIEW"])), responses(
    (status = 200, body = Task), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Task>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let row = query::get(&app.context.log.pools.read, &actor, id).await?;
    Ok(Json(row.map(Task::from).ok_or_else(|| ApiError::not_found("task"))?))
}
