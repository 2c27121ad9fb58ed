//! `GET /api/v1/campaigns/{id}/ledger` and the recipients.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::email::sending::SPEC;
use pivotal_projections::email::sending::query;
use uuid::Uuid;

use super::types::{EmailLedger, EmailRecipient, RecipientsWanted};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::connection::page_args;
use crate::graphql::email::sending::query::is_seen;
use crate::rest::v1::page::{Id, Listed, Query, stale};

/// The ledger of a campaign: everybody in its audience stands in exactly one state.
#[utoipa::path(get, path = "/{id}/ledger", operation_id = "get_campaign_ledger", tag = "campaigns", params(("id" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = EmailLedger), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn ledger(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<EmailLedger>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    shown(&app, &actor, id).await?;
    Ok(Json(query::ledger(&app.context.log.pools.read, id).await?.into()))
}

/// Who is in a campaign's audience, with what became of each, by the contact's id.
#[utoipa::path(get, path = "/{id}/recipients", operation_id = "list_campaign_recipients", tag = "campaigns", params(("id" = Uuid, Path), RecipientsWanted), security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = Listed<EmailRecipient>), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn recipients(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(wanted): Query<RecipientsWanted>,
) -> ApiResult<Json<Listed<EmailRecipient>>> {
    let args = page_args(wanted.first, wanted.after.clone(), None, 60)?;
    let filter = wanted.filter()?;
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    shown(&app, &actor, id).await?;
    let page = query::page(&app.context.log.pools.lists, id, &filter, &args).await?;
    Ok(Json(Listed::new(page, old, EmailRecipient::from)))
}

/// What became of one contact in a campaign.
#[utoipa::path(get, path = "/{id}/recipients/{contact}", operation_id = "get_campaign_recipient", tag = "campaigns", params(("id" = Uuid, Path), ("contact" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = EmailRecipient), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn recipient(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Path((campaign, contact)): Path<(String, String)>,
) -> ApiResult<Json<EmailRecipient>> {
    let id = |text: String| text.parse::<Uuid>().map_err(|_| ApiError::not_found("recipient"));
    let (campaign, contact) = (id(campaign)?, id(contact)?);
    stale(&app, &headers, &[SPEC.name]).await?;
    shown(&app, &actor, campaign).await?;
    let row = query::one(&app.context.log.pools.read, campaign, contact).await?;
    row.map(|row| Json(EmailRecipient::from(row))).ok_or_else(|| ApiError::not_found("recipient"))
}

pub(super) async fn shown(app: &App, actor: &Actor, campaign: Uuid) -> ApiResult<()> {
    match is_seen(app, actor, campaign).await? {
        true => Ok(()),
        false => Err(ApiError::not_found("campaign")),
    }
}
