//! Taking requests down over REST, and every step to their answer.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::execute::Executed;
use pivotal_commands::suppression::requests::answer::{AnswerRequest, answer_request};
use pivotal_commands::suppression::requests::assign::assign_request;
use pivotal_commands::suppression::requests::begin::begin_request;
use pivotal_commands::suppression::requests::extend::extend_request;
use pivotal_commands::suppression::requests::receive::{ReceiveRequest, receive_request};
use pivotal_commands::suppression::requests::refuse::refuse_request;
use pivotal_domain::suppression::requests::Request;

use super::types::{
    NewPrivacyRequest, PrivacyRequestAnswer, PrivacyRequestAssignment, PrivacyRequestDone,
    PrivacyRequestReason,
};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::command;
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// Take a request down. It is due one calendar month after it came in.
#[utoipa::path(post, path = "", operation_id = "receive_request", tag = "requests", request_body = NewPrivacyRequest, security(("bearer" = ["PRIVACY_REQUESTS"])), responses(
    (status = 201, body = PrivacyRequestDone), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn receive(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<NewPrivacyRequest>,
) -> ApiResult<Response> {
    let (typed, assignee) = new.typed();
    let receive = ReceiveRequest { typed, assignee, idempotency_key: command::idempotency_key(&headers)? };
    let context = app.context.clone();
    let done = run_command(async move { receive_request(&context, &actor, receive).await }).await?;
    Ok(answered(StatusCode::CREATED, &done))
}

/// Give a request to somebody who may handle it, or to nobody.
#[utoipa::path(post, path = "/{id}/assign", operation_id = "assign_request", tag = "requests", params(("id" = Uuid, Path)), request_body = PrivacyRequestAssignment, security(("bearer" = ["PRIVACY_REQUESTS"])), responses(
    (status = 200, body = PrivacyRequestDone), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn assign(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(said): Json<PrivacyRequestAssignment>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let done =
        run_command(async move { assign_request(&context, &actor, id, said.assignee_id).await }).await?;
    Ok(answered(StatusCode::OK, &done))
}

/// Somebody has begun to work on it.
#[utoipa::path(post, path = "/{id}/begin", operation_id = "begin_request", tag = "requests", params(("id" = Uuid, Path)), security(("bearer" = ["PRIVACY_REQUESTS"])), responses(
    (status = 200, body = PrivacyRequestDone), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn begin(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let context = app.context.clone();
    let done = run_command(async move { begin_request(&context, &actor, id).await }).await?;
    Ok(answered(StatusCode::OK, &done))
}

/// Two months more, once, before the first month is over.
#[utoipa::path(post, path = "/{id}/extend", operation_id = "extend_request", tag = "requests", params(("id" = Uuid, Path)), request_body = PrivacyRequestReason, security(("bearer" = ["PRIVACY_REQUESTS"])), responses(
    (status = 200, body = PrivacyRequestDone), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn extend(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(said): Json<PrivacyRequestReason>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let done = run_command(async move { extend_request(&context, &actor, id, said.why).await }).await?;
    Ok(answered(StatusCode::OK, &done))
}

/// Begin the answer: a file with everything about the person, or their erasure. Ask for the request until its state is `answered`.
#[utoipa::path(post, path = "/{id}/answer", operation_id = "answer_request", tag = "requests", params(("id" = Uuid, Path)), request_body = PrivacyRequestAnswer, security(("bearer" = ["PRIVACY_REQUESTS"])), responses(
    (status = 202, body = PrivacyRequestDone), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn answer(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(said): Json<PrivacyRequestAnswer>,
) -> ApiResult<Response> {
    let (context, book) = (app.context.clone(), app.phone_book.clone());
    let answer = AnswerRequest { id, confirm: said.confirm };
    let done =
        run_command(async move { answer_request(&context, book.as_ref(), &actor, answer).await }).await?;
    app.queue.wake();
    Ok(answered(StatusCode::ACCEPTED, &done))
}

/// Do not answer it, with the reason that the person is told.
#[utoipa::path(post, path = "/{id}/refuse", operation_id = "refuse_request", tag = "requests", params(("id" = Uuid, Path)), request_body = PrivacyRequestReason, security(("bearer" = ["PRIVACY_REQUESTS"])), responses(
    (status = 200, body = PrivacyRequestDone), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn refuse(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(said): Json<PrivacyRequestReason>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let done = run_command(async move { refuse_request(&context, &actor, id, said.why).await }).await?;
    Ok(answered(StatusCode::OK, &done))
}

fn answered(status: StatusCode, done: &Executed<Request>) -> Response {
    let body = PrivacyRequestDone { id: done.id, state: done.state.state.as_str() };
    command::answer(status, done.position, body)
}
