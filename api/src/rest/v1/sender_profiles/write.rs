//! Making and changing senders, and having their domains checked.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::email::senders::archive::{archive_sender, restore_sender};
use pivotal_commands::email::senders::check::start_check;
use pivotal_commands::email::senders::create::create_sender;
use pivotal_commands::email::senders::update::change_sender;
use pivotal_commands::execute::Executed;
use pivotal_domain::email::senders as domain;
use pivotal_domain::email::senders::setup::Draft;

use super::types::{SenderCheckAsked, SenderProfile, SenderSetup};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// A new sender. Its domains are checked at once.
#[utoipa::path(post, path = "", operation_id = "create_sender_profile", tag = "sender-profiles", request_body = SenderSetup, security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 201, body = SenderProfile), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(setup): Json<SenderSetup>,
) -> ApiResult<Response> {
    let (key, draft) = (idempotency_key(&headers)?, Draft::from(setup));
    let (context, accounts) = (app.context.clone(), app.sender_accounts.clone());
    let made =
        run_command(async move { create_sender(&context, &accounts, &actor, draft, key.as_deref()).await });
    let made = made.await?;
    app.queue.wake();
    Ok(answered(StatusCode::CREATED, made))
}

/// Another setup of a sender, all at once.
#[utoipa::path(put, path = "/{id}", operation_id = "change_sender_profile", tag = "sender-profiles", params(("id" = Uuid, Path)), request_body = SenderSetup, security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = SenderProfile), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn change(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(setup): Json<SenderSetup>,
) -> ApiResult<Response> {
    let draft = Draft::from(setup);
    let (context, accounts) = (app.context.clone(), app.sender_accounts.clone());
    let changed = run_command(async move { change_sender(&context, &accounts, &actor, id, draft).await });
    let changed = changed.await?;
    app.queue.wake();
    Ok(answered(StatusCode::OK, changed))
}

/// Nobody sends with it any more; what was sent with it keeps its name. A repeat is fine.
#[utoipa::path(post, path = "/{id}/archive", operation_id = "archive_sender_profile", tag = "sender-profiles", params(("id" = Uuid, Path)), security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = SenderProfile), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn archive(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let context = app.context.clone();
    let done = run_command(async move { archive_sender(&context, &actor, id).await }).await?;
    Ok(answered(StatusCode::OK, done))
}

/// It can be sent with again. A repeat is fine.
#[utoipa::path(post, path = "/{id}/restore", operation_id = "restore_sender_profile", tag = "sender-profiles", params(("id" = Uuid, Path)), security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = SenderProfile), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn restore(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let context = app.context.clone();
    let done = run_command(async move { restore_sender(&context, &actor, id).await }).await?;
    Ok(answered(StatusCode::OK, done))
}

/// Asks the name servers now. While a check waits, it is the same one.
#[utoipa::path(post, path = "/{id}/check", operation_id = "check_sender_profile", tag = "sender-profiles", params(("id" = Uuid, Path)), security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 202, body = SenderCheckAsked), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn check(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, queue) = (app.context.clone(), app.queue.clone());
    let job_id = run_command(async move { start_check(&context, &queue, &actor, id).await }).await?;
    Ok(answer(StatusCode::ACCEPTED, None, SenderCheckAsked { job_id }))
}

fn answered(status: StatusCode, done: Executed<domain::SenderProfile>) -> Response {
    answer(status, done.position, SenderProfile::of(done.id, done.state))
}
