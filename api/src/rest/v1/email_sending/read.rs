//! `GET /api/v1/campaigns/{id}/ledger` and the recipients.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::email::sending::SPEC;
use pivotal_projections::email::sending::query::{self, RecipientsFilter};
use uuid::Uuid;

use super::types::{EmailLedger, EmailRecipient, RecipientsWanted, listed, state_of};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, BAD_FILTER, Problem};
use crate::graphql::connection::page_args;
use crate::graphql::email::sending::query::is_seen;
use crate::graphql::email::sending::types::place_in_filter;
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
    let RecipientsWanted { first, after, state, reason, variant, version, domain } = wanted;
    let args = page_args(first, after, None, 60)?;
    let known = |name: String| {
        let refused = || {
            ApiError::new(
                BAD_FILTER,
                "`state` is one or several of pending, sent, excluded, failed, unknown.",
            )
        };
        state_of(&name).ok_or_else(refused)
    };
    let filter = RecipientsFilter {
        states: listed(state.as_deref()).into_iter().map(known).collect::<ApiResult<_>>()?,
        reasons: listed(reason.as_deref()),
        variant: variant.as_deref().map(place_in_filter).transpose()?,
        version,
        domain,
    };
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

async fn shown(app: &App, actor: &Actor, campaign: Uuid) -> ApiResult<()> {
    match is_seen(app, actor, campaign).await? {
        true => Ok(()),
        false => Err(ApiError::not_found("campaign")),
    }
}
