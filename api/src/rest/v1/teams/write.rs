//! Making, renaming and archiving teams.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use pivotal_commands::identity::teams::archive::{archive_team, restore_team};
use pivotal_commands::identity::teams::create::create_team;
use pivotal_commands::identity::teams::rename::rename_team;

use super::types::{Team, TeamName};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::command::answer;
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// A new team.
#[utoipa::path(post, path = "", operation_id = "create_team", tag = "teams", request_body = TeamName, security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 201, body = Team), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(TeamName { name }): Json<TeamName>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let made = run_command(async move { create_team(&context, &actor, name).await }).await?;
    Ok(answer(StatusCode::CREATED, made.position, Team::of_state(made)))
}

/// Another name for a team.
#[utoipa::path(patch, path = "/{id}", operation_id = "rename_team", tag = "teams", params(("id" = Uuid, Path)), request_body = TeamName, security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 200, body = Team), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn rename(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(TeamName { name }): Json<TeamName>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let renamed = run_command(async move { rename_team(&context, &actor, id, name).await }).await?;
    Ok(answer(StatusCode::OK, renamed.position, Team::of_state(renamed)))
}

/// Nobody joins it any more, and it is not offered; who is in it and what it has stay. A repeat is fine.
#[utoipa::path(post, path = "/{id}/archive", operation_id = "archive_team", tag = "teams", params(("id" = Uuid, Path)), security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 200, body = Team), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn archive(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let context = app.context.clone();
    let done = run_command(async move { archive_team(&context, &actor, id).await }).await?;
    Ok(answer(StatusCode::OK, done.position, Team::of_state(done)))
}

/// It is offered again. A repeat is fine.
#[utoipa::path(post, path = "/{id}/restore", operation_id = "restore_team", tag = "teams", params(("id" = Uuid, Path)), security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 200, body = Team), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn restore(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let context = app.context.clone();
    let done = run_command(async move { restore_team(&context, &actor, id).await }).await?;
    Ok(answer(StatusCode::OK, done.position, Team::of_state(done)))
}
