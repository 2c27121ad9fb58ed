//! `GET /api/v1/reports/email/campaigns/{id}` and `/compare`.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;

use super::types::{CompareWanted, EmailCampaignReport, EmailReport, ReportWanted, part_of};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::email::reports::query::{COMPARED, READ, by_of, compared, shown};
use crate::rest::v1::page::{Id, Query, stale};

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
#[utoipa::path(get, path = "/compare", operation_id = "compare_email_reports", tag = "campaigns", params(CompareWanted), security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
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
