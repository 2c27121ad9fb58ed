//! `GET /api/v1/teams`, one of them and its history.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::identity::teams::{SPEC, query, story};
use pivotal_projections::identity::users;

use super::types::{Team, TeamAct, TeamActs, Teams};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::page::{Id, stale};

/// Teams by name, archived ones included. Who does not see all users sees the own ones.
#[utoipa::path(get, path = "", operation_id = "list_teams", tag = "teams", security(("bearer" = ["USERS_VIEW"])), responses(
    (status = 200, body = Teams), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
) -> ApiResult<Json<Teams>> {
    stale(&app, &headers, &[SPEC.name, users::SPEC.name]).await?;
    let rows = query::teams(&app.context.log.pools.read, &actor).await?;
    Ok(Json(Teams { items: rows.into_iter().map(Team::from).collect() }))
}

/// One team.
#[utoipa::path(get, path = "/{id}", operation_id = "get_team", tag = "teams", params(("id" = Uuid, Path)), security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 200, body = Team), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn one(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Team>> {
    stale(&app, &headers, &[SPEC.name, users::SPEC.name]).await?;
    let row = query::team(&app.context.log.pools.read, &actor, id).await?;
    row.map(|row| Json(Team::from(row))).ok_or_else(|| ApiError::not_found("team"))
}

/// What happened to a team and who came and went, the newest first.
#[utoipa::path(get, path = "/{id}/history", operation_id = "get_team_history", tag = "teams", params(("id" = Uuid, Path)), security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 200, body = TeamActs), (status = 403, body = Problem)))]
pub async fn history(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<TeamActs>> {
    stale(&app, &headers, &[SPEC.name, users::SPEC.name]).await?;
    let names = app.directory.names().await?;
    let reading = Reading { pool: &app.context.log.pools.read, opener: &app.opener };
    let told = story::told(reading, &actor, id, &names).await?;
    Ok(Json(TeamActs { items: told.into_iter().map(TeamAct::from).collect() }))
}
