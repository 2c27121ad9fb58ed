//! Working on replies.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use pivotal_commands::email::replies::act::{assign_reply, finish_reply, match_reply, reopen_reply};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::email::replies::{SPEC, query};
use serde_json::json;
use uuid::Uuid;

use super::types::{Assignment, Matching, Reply};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::answer;
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// Given to a user, or to nobody.
#[utoipa::path(post, path = "/{id}/assign", operation_id = "assign_email_reply", tag = "email-replies", params(("id" = Uuid, Path)), request_body = Assignment, security(("bearer" = ["REPLIES_ACT"])), responses(
    (status = 200, body = Reply), (status = 202, description = "Done. The list does not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn assign(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(given): Json<Assignment>,
) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { assign_reply(&context, &by, id, given.user_id).await }).await?;
    answered(&app, &actor, id, done.position).await
}

/// Put away.
#[utoipa::path(post, path = "/{id}/done", operation_id = "finish_email_reply", tag = "email-replies", params(("id" = Uuid, Path)), security(("bearer" = ["REPLIES_ACT"])), responses(
    (status = 200, body = Reply), (status = 202, description = "Done. The list does not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn done(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { finish_reply(&context, &by, id).await }).await?;
    answered(&app, &actor, id, done.position).await
}

/// To be looked at once more.
#[utoipa::path(post, path = "/{id}/reopen", operation_id = "reopen_email_reply", tag = "email-replies", params(("id" = Uuid, Path)), security(("bearer" = ["REPLIES_ACT"])), responses(
    (status = 200, body = Reply), (status = 202, description = "Done. The list does not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn reopen(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { reopen_reply(&context, &by, id).await }).await?;
    answered(&app, &actor, id, done.position).await
}

/// Said to be a contact's.
#[utoipa::path(post, path = "/{id}/match", operation_id = "match_email_reply", tag = "email-replies", params(("id" = Uuid, Path)), request_body = Matching, security(("bearer" = ["REPLIES_ACT"])), responses(
    (status = 200, body = Reply), (status = 202, description = "Done. The list does not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn match_contact(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(matching): Json<Matching>,
) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { match_reply(&context, &by, id, matching.contact_id).await }).await?;
    answered(&app, &actor, id, done.position).await
}

/// The reply, once it shows what was just done to it.
async fn answered(app: &App, actor: &Actor, id: Uuid, position: Option<i64>) -> ApiResult<Response> {
    if let Some(position) = position
        && stale_at(app, &[SPEC.name], position).await?
    {
        return Ok(answer(StatusCode::ACCEPTED, Some(position), json!({ "id": id })));
    }
    let row = query::get(&app.context.log.pools.read, actor, id).await?;
    let reply = row.map(Reply::from).ok_or_else(|| ApiError::not_found("reply"))?;
    Ok(answer(StatusCode::OK, position, reply))
}
