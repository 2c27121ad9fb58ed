//! `GET /api/v1/search`.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_projections::audience::search::query;

use super::types::{SearchGroup, SearchResults, Wanted, kinds};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, BAD_SEARCH, Problem};
use crate::graphql::audience::search::query::{READ, wanted};
use crate::rest::v1::page::{Query, stale};

/// Find contacts and accounts by text.
#[utoipa::path(get, path = "", tag = "search", params(Wanted), security(("bearer" = ["SIGNED_IN"])), responses(
    (status = 200, body = SearchResults), (status = 400, body = Problem)))]
pub async fn search(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(asked): Query<Wanted>,
) -> ApiResult<Json<SearchResults>> {
    let kinds = asked.kinds.as_deref().map(kinds).transpose().map_err(|name| {
        ApiError::new(BAD_SEARCH, format!("`{name}` cannot be searched for. There are: contact, account."))
    })?;
    let wanted = wanted(asked.text, kinds, asked.first, asked.archived.unwrap_or(false))?;
    let stale = stale(&app, &headers, &READ).await?;
    let groups = query::search(&app.context.log.pools.lists, app.search.as_ref(), &actor, &wanted).await?;
    Ok(Json(SearchResults { groups: groups.into_iter().map(SearchGroup::from).collect(), stale }))
}
