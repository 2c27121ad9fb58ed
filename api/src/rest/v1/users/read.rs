//! Reading users. Client users see their own colleagues only.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_projections::identity::users::{SPEC, query};

use super::types::User;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::identity::users::query::by_name;
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};

/// Users by name, at most 200 a page.
#[utoipa::path(get, path = "", operation_id = "list_users", tag = "users", params(Paging), security(("bearer" = ["USERS_VIEW"])), responses(
    (status = 200, body = Listed<User>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(paging): Query<Paging>,
) -> ApiResult<Json<Listed<User>>> {
    let request = by_name(paging.first, paging.after)?;
    let stale = stale(&app, &headers, &[SPEC.name]).await?;
    let page = query::users(&app.context.log.pools.read, &actor, request).await?;
    let last = page.rows.last().map(|row| row.id.to_string());
    Ok(Json(Listed {
        next_cursor: last.filter(|_| page.has_next),
        items: page.rows.into_iter().map(User::from).collect(),
        stale,
    }))
}

/// One user.
#[utoipa::path(get, path = "/{id}", operation_id = "get_user", tag = "users", params(("id" = Uuid, Path)), security(("bearer" = ["USERS_VIEW"])), responses(
    (status = 200, body = User), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn one(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<User>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let row = query::user(&app.context.log.pools.read, &actor, id).await?;
    row.map(|row| Json(User::from(row))).ok_or_else(|| ApiError::not_found("user"))
}
