//! Jobs over REST: what runs, what is parked, cancel and retry.

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use pivotal_commands::jobs::manage::{cancel_job, retry_job};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::jobs::{self, JobFilter, JobRow};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::connection::page_args;
use crate::rest::v1::page::{Id, Listed, Query};
use crate::run_command::run_command;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(get))
        .routes(routes!(cancel))
        .routes(routes!(retry))
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Job {
    pub id: Uuid,
    pub kind: String,
    pub title: String,
    /// queued, running, done, parked, cancelled.
    pub state: String,
    pub attempts: i32,
    pub max_attempts: i32,
    pub error: Option<String>,
    pub done: i64,
    pub total: Option<i64>,
    pub phase: Option<String>,
    /// Per second.
    pub rate: Option<f64>,
    pub eta_seconds: Option<f64>,
    pub run_at: DateTime<Utc>,
    pub created_at: DateTime<Utc>,
    pub finished_at: Option<DateTime<Utc>>,
}

impl From<JobRow> for Job {
    fn from(row: JobRow) -> Self {
        Job {
            id: row.id,
            kind: row.kind,
            title: row.title,
            state: row.state,
            attempts: row.attempts,
            max_attempts: row.max_attempts,
            error: row.error,
            done: row.progress.done,
            total: row.progress.total,
            phase: row.progress.phase,
            rate: row.progress.rate,
            eta_seconds: row.progress.eta_seconds,
            run_at: row.run_at,
            created_at: row.created_at,
            finished_at: row.finished_at,
        }
    }
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// queued, running, done, parked or cancelled.
    pub state: Option<String>,
    pub first: Option<i32>,
    pub after: Option<String>,
}

/// List the jobs you may see (all, or those you started), newest first.
#[utoipa::path(get, path = "", tag = "jobs", params(Wanted), security(("bearer" = ["JOBS_VIEW"])), responses((status = 200, body = Listed<Job>), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    Query(wanted): Query<Wanted>,
) -> ApiResult<Json<Listed<Job>>> {
    let state = wanted.state.map(|state| state.to_ascii_lowercase());
    let filter = JobFilter { state, ..JobFilter::default() };
    let page = jobs::page(
        &app.context.log.pools.read,
        &actor,
        &filter,
        &page_args(wanted.first, wanted.after, None, 60)?,
    )
    .await?;
    Ok(Json(Listed::new(page, false, Job::from)))
}

/// One job and how far it is.
#[utoipa::path(get, path = "/{id}", tag = "jobs", params(("id" = Uuid, Path)), security(("bearer" = ["JOBS_VIEW"])), responses((status = 200, body = Job), (status = 404, body = Problem)))]
pub async fn get(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Json<Job>> {
    one(&app, &actor, id).await
}

/// Ask a job to stop. A queued one is cancelled at once.
#[utoipa::path(post, path = "/{id}/cancel", tag = "jobs", params(("id" = Uuid, Path)), security(("bearer" = ["JOBS_MANAGE"])), responses((status = 200, body = Job), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn cancel(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Json<Job>> {
    let (queue, by) = (app.queue.clone(), actor.clone());
    run_command(async move { cancel_job(&queue, &by, id).await }).await?;
    one(&app, &actor, id).await
}

/// Try a parked job again.
#[utoipa::path(post, path = "/{id}/retry", tag = "jobs", params(("id" = Uuid, Path)), security(("bearer" = ["JOBS_MANAGE"])), responses((status = 200, body = Job), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn retry(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Json<Job>> {
    let (queue, by) = (app.queue.clone(), actor.clone());
    run_command(async move { retry_job(&queue, &by, id).await }).await?;
    one(&app, &actor, id).await
}

async fn one(app: &App, actor: &Actor, id: Uuid) -> ApiResult<Json<Job>> {
    let row =
        jobs::get(&app.context.log.pools.read, actor, id).await?.ok_or_else(|| ApiError::not_found("job"))?;
    Ok(Json(row.into()))
}
