//! `GET /api/v1/campaigns`, one of them, what was found before its launch, and who was in its audiences.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use pivotal_commands::campaigns::campaigns::preflight;
use pivotal_domain::campaigns::campaigns::state;
use pivotal_projections::audience::list::{Direction, Sort};
use pivotal_projections::campaigns::campaigns::query::{self, CampaignsFilter};
use pivotal_projections::campaigns::campaigns::{SPEC, members};
use pivotal_projections::page::Page;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::types::{AudienceMember, AudienceVersion, AudienceVersions, Campaign, Preflight, PreflightItem};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::campaigns::campaigns::query::{happened, shown};
use crate::rest::v1::audience_events::AudienceEvents;
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CampaignState)]
pub enum WantedState {
    Draft,
    Scheduled,
    Launching,
    Running,
    Paused,
    Completed,
    Stopped,
}

impl From<WantedState> for state::State {
    fn from(wanted: WantedState) -> Self {
        match wanted {
            WantedState::Draft => state::State::Draft,
            WantedState::Scheduled => state::State::Scheduled,
            WantedState::Launching => state::State::Launching,
            WantedState::Running => state::State::Running,
            WantedState::Paused => state::State::Paused,
            WantedState::Completed => state::State::Completed,
            WantedState::Stopped => state::State::Stopped,
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct CampaignsWanted {
    /// Every word is looked for in the name.
    pub q: Option<String>,
    pub state: Option<WantedState>,
    pub tag: Option<String>,
    pub owner_id: Option<Uuid>,
    pub client_id: Option<Uuid>,
    /// true: archived ones; false unless said.
    #[serde(default)]
    pub archived: bool,
    /// name, created_at, updated_at, start_at; `-created_at` (the default) for descending.
    pub sort: Option<String>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

/// Campaigns.
#[utoipa::path(get, path = "", operation_id = "list_campaigns", tag = "campaigns", params(CampaignsWanted), security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = Listed<Campaign>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<CampaignsWanted>,
) -> ApiResult<Json<Listed<Campaign>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let args = Paging { first: wanted.first, after: wanted.after }.args()?;
    let sort = wanted.sort.as_deref().unwrap_or("-created_at");
    let sort = match sort.strip_prefix('-') {
        Some(field) => Sort { field: field.to_owned(), direction: Direction::Descending },
        None => Sort { field: sort.to_owned(), direction: Direction::Ascending },
    };
    let filter = CampaignsFilter {
        q: wanted.q,
        states: wanted.state.map(state::State::from).into_iter().collect(),
        channel: None,
        owner: wanted.owner_id,
        client: wanted.client_id,
        tag: wanted.tag,
        archived: Some(wanted.archived),
    };
    let page = query::page(&app.context.log.pools.read, &actor, &filter, &sort, &args).await?;
    let Page { rows, has_next, has_previous } = page;
    let rows = rows.into_iter().filter_map(|(cursor, row)| Some((cursor, Campaign::of(row)?))).collect();
    Ok(Json(Listed::new(Page { rows, has_next, has_previous }, old, |campaign| campaign)))
}

/// One campaign, an archived one too.
#[utoipa::path(get, path = "/{id}", operation_id = "get_campaign", tag = "campaigns", params(("id" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = Campaign), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Campaign>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let campaign = Campaign::of(shown(&app, &actor, id).await?);
    campaign.map(Json).ok_or_else(|| ApiError::not_found("campaign"))
}

/// What keeps it from being launched, faults first.
#[utoipa::path(get, path = "/{id}/preflight", operation_id = "get_campaign_preflight", tag = "campaigns", params(("id" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = Preflight), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn preflight(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Preflight>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let found = preflight::preflight(&app.context, &app.campaigns, &actor, id).await?;
    Ok(Json(Preflight { items: found.items.into_iter().map(PreflightItem::from).collect() }))
}

/// Who was in it, each time its audience was taken.
#[utoipa::path(get, path = "/{id}/audience-versions", operation_id = "list_campaign_audience_versions", tag = "campaigns", params(("id" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = AudienceVersions), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn audience_versions(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<AudienceVersions>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    shown(&app, &actor, id).await?;
    let rows = query::versions(&app.context.log.pools.read, id).await?;
    Ok(Json(AudienceVersions { items: rows.into_iter().map(AudienceVersion::from).collect() }))
}

/// Ids of who is in an audience version, in their order.
#[utoipa::path(get, path = "/{id}/audience-versions/{version}/members", operation_id = "list_campaign_audience_members", tag = "campaigns", params(("id" = Uuid, Path), ("version" = i32, Path), Paging), security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = Listed<AudienceMember>), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn members(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Path((id, version)): Path<(String, String)>,
    Query(paging): Query<Paging>,
) -> ApiResult<Json<Listed<AudienceMember>>> {
    let (Ok(id), Ok(version)) = (id.parse::<Uuid>(), version.parse::<i32>()) else {
        return Err(ApiError::not_found("audience version"));
    };
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    shown(&app, &actor, id).await?;
    let page = members::page(&app.context.log.pools.read, &actor, id, version, &paging.args()?).await?;
    Ok(Json(Listed::new(page, old, AudienceMember::from)))
}

/// What happened to a campaign.
#[utoipa::path(get, path = "/{id}/history", operation_id = "list_campaign_history", tag = "campaigns", params(("id" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
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
