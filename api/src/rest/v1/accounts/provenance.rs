//! An account through time over REST: where values come from, how it was, what changed between two moments.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_domain::audience::fields::catalogue::Entity;

use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::page::{Id, Query};
use crate::rest::v1::provenance::{self, Between, FieldProvenance, RecordComparison, RecordMoment, When};

/// For each field its value with source, actor and time, the values before it, and those that lost against it.
#[utoipa::path(get, path = "/{id}/provenance", tag = "accounts", params(("id" = Uuid, Path), When), security(("bearer" = ["ACCOUNTS_VIEW"])), responses(
    (status = 200, body = Vec<FieldProvenance>), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn provenance(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(when): Query<When>,
) -> ApiResult<Json<Vec<FieldProvenance>>> {
    Ok(Json(provenance::provenance(&app, &actor, &headers, (Entity::Account, id), when).await?))
}

/// The account as it was at a moment.
#[utoipa::path(get, path = "/{id}/as-of", tag = "accounts", params(("id" = Uuid, Path), When), security(("bearer" = ["ACCOUNTS_VIEW"])), responses(
    (status = 200, body = RecordMoment), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn as_of(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(when): Query<When>,
) -> ApiResult<Json<RecordMoment>> {
    Ok(Json(provenance::as_of(&app, &actor, &headers, (Entity::Account, id), when).await?))
}

/// The account at two moments, every field with both values.
#[utoipa::path(get, path = "/{id}/compare", tag = "accounts", params(("id" = Uuid, Path), Between), security(("bearer" = ["ACCOUNTS_VIEW"])), responses(
    (status = 200, body = RecordComparison), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn compare(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(between): Query<Between>,
) -> ApiResult<Json<RecordComparison>> {
    Ok(Json(provenance::compare(&app, &actor, &headers, (Entity::Account, id), between).await?))
}
