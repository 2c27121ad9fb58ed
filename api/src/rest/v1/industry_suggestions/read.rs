//! `GET /api/v1/industry-suggestions`, and one account's.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_projections::audience::accounts;
use pivotal_projections::audience::enrichment::SPEC;
use pivotal_projections::audience::enrichment::query::{self, SuggestionFilter};

use super::types::{Suggestion, WantedSuggestions};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::audience::enrichment::types::percent;
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};

/// Suggested industries, the surest first.
#[utoipa::path(get, path = "", operation_id = "list_industry_suggestions", tag = "industry-suggestions", params(WantedSuggestions), security(("bearer" = ["ACCOUNTS_VIEW"])), responses(
    (status = 200, body = Listed<Suggestion>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<WantedSuggestions>,
) -> ApiResult<Json<Listed<Suggestion>>> {
    let old = stale(&app, &headers, &[SPEC.name, accounts::SPEC.name]).await?;
    let args = Paging { first: wanted.first, after: wanted.after }.args()?;
    let filter = SuggestionFilter {
        decision: wanted.decision.map(|decision| decision.to_ascii_lowercase()),
        industry: wanted.industry,
        at_least: wanted.confidence_at_least.map(percent),
    };
    let page = query::page(&app.context.log.pools.read, &actor, &filter, &args).await?;
    Ok(Json(Listed::new(page, old, Suggestion::from)))
}

/// What is suggested for one account.
#[utoipa::path(get, path = "/{id}", operation_id = "get_industry_suggestion", tag = "industry-suggestions", params(("id" = Uuid, Path)), security(("bearer" = ["ACCOUNTS_VIEW"])), responses(
    (status = 200, body = Suggestion), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Suggestion>> {
    stale(&app, &headers, &[SPEC.name, accounts::SPEC.name]).await?;
    let row = query::get(&app.context.log.pools.read, &actor, id).await?;
    Ok(Json(row.map(Suggestion::from).ok_or_else(|| ApiError::not_found("industry suggestion"))?))
}
