//! `GET /api/v1/email-replies`, and one of them.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_projections::email::replies::query;

use super::types::{RepliesWanted, Reply};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::email::replies::query::READ;
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};

/// Replies to campaigns, the newest first.
#[utoipa::path(get, path = "", operation_id = "list_email_replies", tag = "email-replies", params(RepliesWanted), security(("bearer" = ["REPLIES_VIEW"])), responses(
    (status = 200, body = Listed<Reply>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<RepliesWanted>,
) -> ApiResult<Json<Listed<Reply>>> {
    let old = stale(&app, &headers, &READ).await?;
    let args = Paging { first: wanted.first, after: wanted.after.clone() }.args()?;
    let page = query::page(&app.context.log.pools.read, &actor, &wanted.filter(), &args).await?;
    Ok(Json(Listed::new(page, old, Reply::from)))
}

/// One reply.
#[utoipa::path(get, path = "/{id}", operation_id = "get_email_reply", tag = "email-replies", params(("id" = Uuid, Path)), security(("bearer" = ["REPLIES_VIEW"])), responses(
    (status = 200, body = Reply), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Reply>> {
    stale(&app, &headers, &READ).await?;
    let row = query::get(&app.context.log.pools.read, &actor, id).await?;
    row.map(|row| Json(row.into())).ok_or_else(|| ApiError::not_found("reply"))
}
