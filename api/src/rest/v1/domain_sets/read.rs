//! Reading domain sets over REST.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_projections::audience::domain_sets::SPEC;
use pivotal_projections::audience::domain_sets::contacts::{self, ExpandFilter};
use pivotal_projections::audience::domain_sets::items::{self, ItemFilter};
use pivotal_projections::audience::domain_sets::query::{self, DomainSetFilter};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::types::{
    DomainSet, DomainSetContact, DomainSetExpanded, DomainSetInvalidLine, DomainSetItem, DomainSetReport,
};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::domain_sets::query::{READ, happened, seen};
use crate::rest::v1::audience_events::AudienceEvents;
use crate::rest::v1::json::Json as JsonBody;
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct SetsWanted {
    /// Part of the name.
    pub q: Option<String>,
    /// Those that are archived instead of those that are not.
    #[serde(default)]
    #[param(value_type = Option<bool>)]
    pub archived: bool,
}

/// One's own sets, one's teams', and those for everyone, the newest first.
#[utoipa::path(get, path = "", operation_id = "list_domain_sets", tag = "domain-sets", params(SetsWanted, Paging), security(("bearer" = ["DOMAIN_SETS_VIEW"])), responses(
    (status = 200, body = Listed<DomainSet>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<SetsWanted>,
    Query(paging): Query<Paging>,
) -> ApiResult<Json<Listed<DomainSet>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let filter = DomainSetFilter { q: wanted.q, archived: wanted.archived };
    let page = query::page(&app.context.log.pools.read, &actor, &filter, &paging.args()?).await?;
    Ok(Json(Listed::new(page, old, DomainSet::from)))
}

/// One set, an archived one too.
#[utoipa::path(get, path = "/{id}", operation_id = "get_domain_set", tag = "domain-sets", params(("id" = Uuid, Path)), security(("bearer" = ["DOMAIN_SETS_VIEW"])), responses(
    (status = 200, body = DomainSet), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn one(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<DomainSet>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    Ok(Json(seen(&app, &actor, id).await?.into()))
}

/// What the matching came to, as it is now.
#[utoipa::path(get, path = "/{id}/report", operation_id = "get_domain_set_report", tag = "domain-sets", params(("id" = Uuid, Path)), security(("bearer" = ["DOMAIN_SETS_VIEW"])), responses(
    (status = 200, body = DomainSetReport), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn report(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<DomainSetReport>> {
    stale(&app, &headers, &READ).await?;
    let set = seen(&app, &actor, id).await?;
    let pool = &app.context.log.pools.read;
    let report = query::report(pool, &set).await?;
    let people = contacts::count(pool, &actor, &set, &ExpandFilter::default()).await?;
    Ok(Json(DomainSetReport::new(report, people)))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ItemStatus {
    Pending,
    Matched,
    Fuzzy,
    Unknown,
}

impl ItemStatus {
    fn as_str(self) -> &'static str {
        match self {
            ItemStatus::Pending => "pending",
            ItemStatus::Matched => "matched",
            ItemStatus::Fuzzy => "fuzzy",
            ItemStatus::Unknown => "unknown",
        }
    }
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct ItemsWanted {
    /// pending, matched, fuzzy, unknown; all if not said.
    #[param(value_type = Option<String>)]
    pub status: Option<ItemStatus>,
    /// How the domain begins, or a part of the company's name.
    pub q: Option<String>,
}

impl ItemsWanted {
    pub fn filter(self) -> ItemFilter {
        ItemFilter {
            statuses: self.status.map(ItemStatus::as_str).into_iter().collect(),
            q: self.q,
            ..ItemFilter::default()
        }
    }
}

/// The items of a set in the order of its file: which account each one is, how it was found, how many contacts it brings.
#[utoipa::path(get, path = "/{id}/items", operation_id = "list_domain_set_items", tag = "domain-sets", params(("id" = Uuid, Path), ItemsWanted, Paging), security(("bearer" = ["DOMAIN_SETS_VIEW"])), responses(
    (status = 200, body = Listed<DomainSetItem>), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn items(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(wanted): Query<ItemsWanted>,
    Query(paging): Query<Paging>,
) -> ApiResult<Json<Listed<DomainSetItem>>> {
    let old = stale(&app, &headers, &READ).await?;
    let set = seen(&app, &actor, id).await?;
    let (pool, filter) = (&app.context.log.pools.read, wanted.filter());
    let page = items::page(pool, &actor, &set, &filter, &paging.args()?).await?;
    Ok(Json(Listed::new(page, old, DomainSetItem::from)))
}

/// The lines of a set that name no domain, and why. The first 20,000 are named, all are counted.
#[utoipa::path(get, path = "/{id}/invalid-lines", operation_id = "list_domain_set_invalid_lines", tag = "domain-sets", params(("id" = Uuid, Path), Paging), security(("bearer" = ["DOMAIN_SETS_VIEW"])), responses(
    (status = 200, body = Listed<DomainSetInvalidLine>), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn invalid_lines(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(paging): Query<Paging>,
) -> ApiResult<Json<Listed<DomainSetInvalidLine>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let set = seen(&app, &actor, id).await?;
    let page = items::invalid(&app.context.log.pools.read, &set, &paging.args()?).await?;
    Ok(Json(Listed::new(page, old, DomainSetInvalidLine::from)))
}

/// The people of a set, page by page: contacts of its accounts, and those without an account whose email is at one of its domains or at a host below it.
#[utoipa::path(post, path = "/{id}/expand", operation_id = "expand_domain_set", tag = "domain-sets", params(("id" = Uuid, Path), Paging), request_body = DomainSetExpanded, security(("bearer" = ["DOMAIN_SETS_VIEW"])), responses(
    (status = 200, body = Listed<DomainSetContact>), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn expand(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(paging): Query<Paging>,
    JsonBody(wanted): JsonBody<DomainSetExpanded>,
) -> ApiResult<Json<Listed<DomainSetContact>>> {
    let old = stale(&app, &headers, &READ).await?;
    let set = seen(&app, &actor, id).await?;
    let (pool, args) = (&app.context.log.pools.read, paging.args()?);
    let page = contacts::page(pool, &actor, &set, &wanted.read(), &args).await?;
    Ok(Json(Listed::new(page, old, DomainSetContact::from)))
}

/// What happened to the set: made, read, matched, renamed, archived.
#[utoipa::path(get, path = "/{id}/history", operation_id = "list_domain_set_history", tag = "domain-sets", params(("id" = Uuid, Path)), security(("bearer" = ["DOMAIN_SETS_VIEW"])), responses(
    (status = 200, body = AudienceEvents), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn history(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<AudienceEvents>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    Ok(Json(happened(&app, &actor, id).await?.into()))
}
