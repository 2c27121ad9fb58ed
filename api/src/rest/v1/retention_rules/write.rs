//! Changing rules of retention, and running them.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use pivotal_commands::error::CommandError;
use pivotal_commands::suppression::retention::set::{SetRetentionRule, set_retention_rule};
use pivotal_commands::suppression::retention::start::{start_dry_run, start_run};
use pivotal_domain::suppression::retention::error::RetentionError;
use pivotal_domain::suppression::retention::keep::Keep;
use pivotal_domain::suppression::retention::kind::Kind;

use super::types::{NewRetentionDryRun, NewRetentionRule, RetentionJob};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::command::answer;
use crate::rest::v1::json::Json;
use crate::run_command::run_command;

fn kind_of(text: &str) -> Result<Kind, CommandError> {
    Ok(Kind::parse(text).ok_or(RetentionError::UnknownKind)?)
}

fn keep_of(text: &str) -> Result<Keep, CommandError> {
    Ok(text.parse::<Keep>().map_err(|_| RetentionError::UnknownKeep)?)
}

/// Set how long a kind is kept, from the next run on. One that deletes more than the rule in force needs its dry run.
#[utoipa::path(put, path = "/{kind}", operation_id = "set_retention_rule", tag = "retention", params(("kind" = String, Path)), request_body = NewRetentionRule, security(("bearer" = ["RETENTION_MANAGE"])), responses(
    (status = 200), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn set(
    State(app): State<App>,
    Signed(actor): Signed,
    Path(kind): Path<String>,
    Json(new): Json<NewRetentionRule>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let done = run_command(async move {
        let (kind, keep) = (kind_of(&kind)?, keep_of(&new.keep)?);
        let set = SetRetentionRule { kind, keep, dry_run: new.dry_run_id, note: new.note };
        set_retention_rule(&context, &actor, set).await
    });
    let done = done.await?;
    Ok(answer(StatusCode::OK, done.position, serde_json::json!({})))
}

/// Look what a rule would delete, and delete nothing. The job's id is the dry run's.
#[utoipa::path(post, path = "/{kind}/dry-runs", operation_id = "start_retention_dry_run", tag = "retention", params(("kind" = String, Path)), request_body = NewRetentionDryRun, security(("bearer" = ["RETENTION_MANAGE"])), responses(
    (status = 202, body = RetentionJob), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn start(
    State(app): State<App>,
    Signed(actor): Signed,
    Path(kind): Path<String>,
    Json(new): Json<NewRetentionDryRun>,
) -> ApiResult<Response> {
    let queue = app.queue.clone();
    let started = run_command(async move {
        let (kind, keep) = (kind_of(&kind)?, keep_of(&new.keep)?);
        start_dry_run(&queue, &actor, kind, keep).await
    });
    let job_id = started.await?;
    Ok(answer(StatusCode::ACCEPTED, None, RetentionJob { job_id }))
}

/// Delete what the rules say now, without waiting for the night. One run at a time.
#[utoipa::path(post, path = "/runs", operation_id = "run_retention", tag = "retention", security(("bearer" = ["RETENTION_MANAGE"])), responses(
    (status = 202, body = RetentionJob), (status = 403, body = Problem)))]
pub async fn run_now(State(app): State<App>, Signed(actor): Signed) -> ApiResult<Response> {
    let queue = app.queue.clone();
    let job_id = run_command(async move { start_run(&queue, &actor).await }).await?;
    Ok(answer(StatusCode::ACCEPTED, None, RetentionJob { job_id }))
}
