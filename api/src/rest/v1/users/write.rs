//! Letting people in and out.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use pivotal_commands::identity::users::create::{CreateUser, create_user};
use pivotal_commands::identity::users::disable::disable_user;
use pivotal_commands::identity::users::email_change::correct::correct_email;
use pivotal_commands::identity::users::enable::enable_user;
use pivotal_commands::identity::users::update::{UpdateUser, update_user};
use pivotal_domain::identity::role::{Role, UnknownRole};

use super::types::{CorrectedEmail, DisabledBecause, NewUser, SignedOut, User, UserChange};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, BAD_REQUEST, Problem};
use crate::rest::v1::command::answer;
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// A new user with a first password. To let them choose it themselves, send an invitation.
#[utoipa::path(post, path = "", operation_id = "create_user", tag = "users", request_body = NewUser, security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 201, body = User), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(new): Json<NewUser>,
) -> ApiResult<Response> {
    let input = CreateUser {
        name: new.name,
        email: new.email,
        role: role(&new.role)?,
        password: new.password,
        client_id: new.client_id,
        team_ids: new.team_ids,
    };
    let context = app.context.clone();
    let made = run_command(async move { create_user(&context, &actor, input).await }).await?;
    Ok(answer(StatusCode::CREATED, made.position, User::of_state(made)))
}

/// Another name, role, organisation or other teams. What is not named stays.
#[utoipa::path(patch, path = "/{id}", operation_id = "update_user", tag = "users", params(("id" = Uuid, Path)), request_body = UserChange, security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 200, body = User), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn update(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(change): Json<UserChange>,
) -> ApiResult<Response> {
    let input = UpdateUser {
        id,
        name: change.name,
        role: change.role.as_deref().map(role).transpose()?,
        client_id: change.client_id,
        team_ids: change.team_ids,
    };
    let context = app.context.clone();
    let changed = run_command(async move { update_user(&context, &actor, input).await }).await?;
    Ok(answer(StatusCode::OK, changed.position, User::of_state(changed)))
}

/// Another address to sign in with, at once; they are told there.
#[utoipa::path(put, path = "/{id}/email", operation_id = "correct_user_email", tag = "users", params(("id" = Uuid, Path)), request_body = CorrectedEmail, security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 200, body = User), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn correct(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(CorrectedEmail { email }): Json<CorrectedEmail>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let done = run_command(async move { correct_email(&context, &actor, id, &email).await }).await?;
    app.queue.wake();
    Ok(answer(StatusCode::OK, done.position, User::of_state(done)))
}

/// Shut somebody out, at once and everywhere. A repeat is fine.
#[utoipa::path(post, path = "/{id}/disable", operation_id = "disable_user", tag = "users", params(("id" = Uuid, Path)), request_body = DisabledBecause, security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 200, body = User), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn disable(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(DisabledBecause { reason }): Json<DisabledBecause>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let done = run_command(async move { disable_user(&context, &actor, id, reason).await }).await?;
    Ok(answer(StatusCode::OK, done.position, User::of_state(done)))
}

/// Let somebody in again. A repeat is fine.
#[utoipa::path(post, path = "/{id}/enable", operation_id = "enable_user", tag = "users", params(("id" = Uuid, Path)), security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 200, body = User), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn enable(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let context = app.context.clone();
    let done = run_command(async move { enable_user(&context, &actor, id).await }).await?;
    Ok(answer(StatusCode::OK, done.position, User::of_state(done)))
}

/// End all sessions of somebody. They may sign in again.
#[utoipa::path(post, path = "/{id}/sign-out", operation_id = "sign_user_out", tag = "users", params(("id" = Uuid, Path)), security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 200, body = SignedOut), (status = 403, body = Problem)))]
pub async fn sign_out(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
) -> ApiResult<axum::Json<SignedOut>> {
    let sessions = app.sessions.clone();
    let ended = run_command(async move { sessions.revoke_all(&actor, id).await }).await?;
    Ok(axum::Json(SignedOut { ended }))
}

/// Turn off the second step of somebody who has lost the phone and the recovery codes. A repeat is fine.
#[utoipa::path(post, path = "/{id}/reset-second-factor", operation_id = "reset_second_factor", tag = "users", params(("id" = Uuid, Path)), security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 200, body = User), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn reset_second_factor(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
) -> ApiResult<Response> {
    let factors = app.sessions.second_factors().clone();
    let done = run_command(async move { factors.reset(&actor, id).await }).await?;
    // There is a mail that tells of it.
    app.queue.wake();
    Ok(answer(StatusCode::OK, done.position, User::of_state(done)))
}

fn role(text: &str) -> ApiResult<Role> {
    text.parse().map_err(|error: UnknownRole| ApiError::new(BAD_REQUEST, error.to_string()))
}
