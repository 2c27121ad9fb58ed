//! `GET /api/v1/survivorship/{entity}` and the list of its preview.

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::survivorship::query::{self, shown};
use crate::graphql::audience::survivorship::types::{Survivorship, SurvivorshipRows};
use crate::rest::v1::custom_fields::types::entity;
use crate::rest::v1::page::Query;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    pub first: Option<i32>,
    /// endCursor of the page before.
    pub after: Option<String>,
}

/// Which of two values stays, for contacts or accounts, with the last preview.
#[utoipa::path(get, path = "/{entity}", operation_id = "survivorship_rules", tag = "survivorship", params(("entity" = String, Path, description = "contact or account")), security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = Survivorship), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn rules(
    State(app): State<App>,
    Signed(actor): Signed,
    Path(of): Path<String>,
) -> ApiResult<Json<Survivorship>> {
    Ok(Json(shown(&app, &actor, entity(&of)?).await?))
}

/// Records that would hold other values. Refused when there is no preview, or its time is over.
#[utoipa::path(get, path = "/{entity}/preview/rows", operation_id = "survivorship_preview_rows", tag = "survivorship", params(("entity" = String, Path, description = "contact or account"), Wanted), security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = SurvivorshipRows), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn rows(
    State(app): State<App>,
    Signed(actor): Signed,
    Path(of): Path<String>,
    Query(wanted): Query<Wanted>,
) -> ApiResult<Json<SurvivorshipRows>> {
    Ok(Json(query::rows(&app, &actor, entity(&of)?, wanted.first, wanted.after).await?))
}
