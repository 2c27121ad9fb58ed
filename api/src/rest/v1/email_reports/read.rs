//! `GET /api/v1/reports/email/campaigns`, one of them, and several beside one another.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_domain::campaigns::campaigns::state::{self, Channel};
use pivotal_projections::audience::list::{Direction, Sort};
use pivotal_projections::campaigns::campaigns::SPEC;
use pivotal_projections::campaigns::campaigns::query::{self as campaigns, CampaignRow, CampaignsFilter};
use pivotal_projections::email::reports::query::totals;
use pivotal_projections::email::tracking;
use pivotal_projections::page::Page;
use uuid::Uuid;

use super::types::{
    CompareWanted, EmailCampaignReport, EmailCampaignTotals, EmailReport, ReportWanted, part_of,
};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::email::reports::query::{COMPARED, READ, by_of, compared, shown};
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};

/// What came of a campaign by mail, as a whole and of its parts.
#[utoipa::path(get, path = "/campaigns/{id}", operation_id = "get_email_report", tag = "campaigns", params(("id" = Uuid, Path), ReportWanted), security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = EmailReport), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(wanted): Query<ReportWanted>,
) -> ApiResult<Json<EmailReport>> {
    let by = by_of(part_of(wanted.by.as_deref())?, wanted.top.unwrap_or(50));
    stale(&app, &headers, &READ).await?;
    let shown = shown(&app, &actor, id, by).await?;
    let (report, links) = shown.ok_or_else(|| ApiError::not_found("campaign"))?;
    Ok(Json(EmailReport::of(report, &links)))
}

/// Two to five campaigns by mail beside one another, in the order asked for; those that may not be seen are left out.
#[utoipa::path(get, path = "/compare", operation_id = "compare_email_reports", tag = "campaigns", params(CompareWanted), security(("bearer" = ["REPORTS_VIEW"])), responses(
    (status = 200, body = Vec<EmailCampaignReport>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn compare(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<CompareWanted>,
) -> ApiResult<Json<Vec<EmailCampaignReport>>> {
    let ids = wanted.ids()?;
    stale(&app, &headers, &COMPARED).await?;
    let compared = compared(&app, &actor, ids).await?;
    Ok(Json(compared.into_iter().map(EmailCampaignReport::from).collect()))
}

/// Campaigns by mail that were launched, the newest first, with what came of each.
#[utoipa::path(get, path = "/campaigns", operation_id = "list_email_reports", tag = "campaigns", params(Paging), security(("bearer" = ["REPORTS_VIEW"])), responses(
    (status = 200, body = Listed<EmailCampaignTotals>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(paging): Query<Paging>,
) -> ApiResult<Json<Listed<EmailCampaignTotals>>> {
    let args = paging.args()?;
    let old = stale(&app, &headers, &[SPEC.name, tracking::SPEC.name]).await?;
    let filter = CampaignsFilter {
        states: vec![
            state::State::Launching,
            state::State::Running,
            state::State::Paused,
            state::State::Completed,
            state::State::Stopped,
        ],
        channel: Some(Channel::Email),
        ..CampaignsFilter::default()
    };
    let newest = Sort { field: "created_at".to_owned(), direction: Direction::Descending };
    let pool = &app.context.log.pools.lists;
    let Page { rows, has_next, has_previous } =
        campaigns::page(pool, &actor, &filter, &newest, &args).await?;
    let ids: Vec<Uuid> = rows.iter().map(|(_, row)| row.id).collect();
    let mut totals = totals(pool, &ids).await?;
    let shown = |(cursor, row): (String, CampaignRow)| {
        let total = totals.remove(&row.id).unwrap_or_default();
        Some((cursor, EmailCampaignTotals::of(row, total)?))
    };
    let page = Page { rows: rows.into_iter().filter_map(shown).collect(), has_next, has_previous };
    Ok(Json(Listed::new(page, old, |one| one)))
}
