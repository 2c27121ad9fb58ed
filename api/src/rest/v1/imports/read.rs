//! `GET /api/v1/imports`, and one of them.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::imports::{SPEC, query};
use uuid::Uuid;

use super::types::Import;
use crate::app::{App, Core};
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};

/// List imports, newest first.
#[utoipa::path(get, path = "", tag = "imports", params(Paging), security(("bearer" = ["IMPORTS_VIEW"])), responses(
    (status = 200, body = Listed<Import>), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(paging): Query<Paging>,
) -> ApiResult<Json<Listed<Import>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let page = query::page(&app.context.log.pools.read, &actor, &paging.args()?).await?;
    Ok(Json(Listed::new(page, old, Import::from)))
}

/// One import: its settings, how far it is, its outcomes.
#[utoipa::path(get, path = "/{id}", tag = "imports", params(("id" = Uuid, Path)), security(("bearer" = ["IMPORTS_VIEW"])), responses(
    (status = 200, body = Import), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Import>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    Ok(Json(one(&app, &actor, id).await?.ok_or_else(|| ApiError::not_found("import"))?))
}

pub(super) async fn one(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Option<Import>> {
    Ok(query::get(&core.context.log.pools.read, actor, id).await?.map(Import::from))
}
