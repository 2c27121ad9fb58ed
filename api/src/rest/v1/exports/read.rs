//! `GET /api/v1/exports`, and one of them.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::exports::{SPEC, query};
use uuid::Uuid;

use super::types::Export;
use crate::app::{App, Core};
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};

/// List your exports, newest first; everybody's for those who may read everybody's activity.
#[utoipa::path(get, path = "", operation_id = "list_exports", tag = "exports", params(Paging), security(("bearer" = ["EXPORTS_VIEW"])), responses(
    (status = 200, body = Listed<Export>), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(paging): Query<Paging>,
) -> ApiResult<Json<Listed<Export>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let page = query::page(&app.context.log.pools.read, &actor, &paging.args()?).await?;
    let now = app.context.now();
    Ok(Json(Listed::new(page, old, |row| Export::of(row, now))))
}

/// One export: what was asked for, how far it is, where the file is.
#[utoipa::path(get, path = "/{id}", operation_id = "get_export", tag = "exports", params(("id" = Uuid, Path)), security(("bearer" = ["EXPORTS_VIEW"])), responses(
    (status = 200, body = Export), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Export>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    Ok(Json(one(&app, &actor, id).await?.ok_or_else(|| ApiError::not_found("export"))?))
}

pub(super) async fn one(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Option<Export>> {
    let row = query::get(&core.context.log.pools.read, actor, id).await?;
    Ok(row.map(|row| Export::of(row, core.context.now())))
}
