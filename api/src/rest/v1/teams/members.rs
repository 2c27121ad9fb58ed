//! Who is in a team.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::identity::teams::members::{add_member, remove_member};
use pivotal_projections::identity::users::{SPEC, query};
use uuid::Uuid;

use super::types::TeamMembers;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::command::answer;
use crate::rest::v1::page::{Id, stale};
use crate::rest::v1::users::types::User;
use crate::run_command::run_command;

/// Who is in a team, by name, disabled ones included.
#[utoipa::path(get, path = "/{id}/members", operation_id = "list_team_members", tag = "teams", params(("id" = Uuid, Path)), security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 200, body = TeamMembers), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<TeamMembers>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let rows = query::users_of_team(&app.context.log.pools.read, &actor, id).await?;
    Ok(Json(TeamMembers { items: rows.into_iter().map(User::from).collect() }))
}

/// One person more; their other teams stay. A repeat is fine.
#[utoipa::path(put, path = "/{id}/members/{user}", operation_id = "add_team_member", tag = "teams", params(("id" = Uuid, Path), ("user" = Uuid, Path)), security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 200, body = User), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn add(
    State(app): State<App>,
    Signed(actor): Signed,
    Path(path): Path<(String, String)>,
) -> ApiResult<Response> {
    let (team, user) = ids(&path)?;
    let context = app.context.clone();
    let done = run_command(async move { add_member(&context, &actor, team, user).await }).await?;
    Ok(answer(StatusCode::OK, done.position, User::of_state(done)))
}

/// One person less; their other teams stay. A repeat is fine.
#[utoipa::path(delete, path = "/{id}/members/{user}", operation_id = "remove_team_member", tag = "teams", params(("id" = Uuid, Path), ("user" = Uuid, Path)), security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 200, body = User), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn remove(
    State(app): State<App>,
    Signed(actor): Signed,
    Path(path): Path<(String, String)>,
) -> ApiResult<Response> {
    let (team, user) = ids(&path)?;
    let context = app.context.clone();
    let done = run_command(async move { remove_member(&context, &actor, team, user).await }).await?;
    Ok(answer(StatusCode::OK, done.position, User::of_state(done)))
}

/// What is no id is not found.
fn ids((team, user): &(String, String)) -> ApiResult<(Uuid, Uuid)> {
    let team = team.parse().map_err(|_| ApiError::not_found("team"))?;
    let user = user.parse().map_err(|_| ApiError::not_found("user"))?;
    Ok((team, user))
}
