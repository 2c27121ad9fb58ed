//! `GET /api/v1/search`.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_projections::audience::search::audiences::{AudiencesWanted, audiences};
use pivotal_projections::audience::search::query::{self, Wanted};

use super::types::{SearchGroup, SearchResults, Wanted as Asked, kinds};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, BAD_SEARCH, Problem};
use crate::graphql::audience::search::query::{READ, wanted};
use crate::rest::v1::page::{Query, stale};

/// Find contacts, accounts, segments, lists and domain sets by text.
#[utoipa::path(get, path = "", tag = "search", params(Asked), security(("bearer" = ["SIGNED_IN"])), responses(
    (status = 200, body = SearchResults), (status = 400, body = Problem)))]
pub async fn search(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> ApiResult<Json<SearchResults>> {
    let kinds = asked.kinds.as_deref().map(kinds).transpose().map_err(|name| {
        let problem = format!("`{name}` cannot be searched for. There are: contact, account, audience.");
        ApiError::new(BAD_SEARCH, problem)
    })?;
    // Nothing said asks for everything.
    let (kinds, with_audiences) = kinds.map_or((None, true), |(kinds, with)| (Some(kinds), with));
    let wanted = wanted(asked.text, kinds, asked.first, asked.archived.unwrap_or(false))?;
    let stale = stale(&app, &headers, &READ).await?;
    let pool = &app.context.log.pools.lists;
    let groups = query::search(pool, app.search.as_ref(), &actor, &wanted).await?;
    let audiences = if with_audiences {
        let Wanted { text, first, archived, .. } = wanted;
        let asked = AudiencesWanted { text, first, archived };
        Some(audiences(pool, &actor, &asked).await?.into())
    } else {
        None
    };
    Ok(Json(SearchResults { groups: groups.into_iter().map(SearchGroup::from).collect(), audiences, stale }))
}
