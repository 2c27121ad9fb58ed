//! From a draft to what may be sent.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use pivotal_commands::email::templates::review::{approve_template, return_template, submit_template};

use super::types::{Approval, Return, Template};
use super::write::answered;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::email::templates::input::number;
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// The draft as it is becomes a version, for somebody else to approve.
#[utoipa::path(post, path = "/{id}/submit", operation_id = "submit_email_template", tag = "email-templates", params(("id" = Uuid, Path)), security(("bearer" = ["TEMPLATES_EDIT"])), responses(
    (status = 200, body = Template), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn submit(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { submit_template(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// The version may be sent. Refused to whoever wrote or submitted it.
#[utoipa::path(post, path = "/{id}/approve", operation_id = "approve_email_template", tag = "email-templates", params(("id" = Uuid, Path)), request_body = Approval, security(("bearer" = ["TEMPLATES_APPROVE"])), responses(
    (status = 200, body = Template), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn approve(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(approval): Json<Approval>,
) -> ApiResult<Response> {
    let version = number(approval.version);
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { approve_template(&context, &by, id, version).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// The version has to be mended.
#[utoipa::path(post, path = "/{id}/return", operation_id = "return_email_template", tag = "email-templates", params(("id" = Uuid, Path)), request_body = Return, security(("bearer" = ["TEMPLATES_APPROVE"])), responses(
    (status = 200, body = Template), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn give_back(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(returned): Json<Return>,
) -> ApiResult<Response> {
    let (version, reason) = (number(returned.version), returned.reason);
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { return_template(&context, &by, id, version, reason).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}
