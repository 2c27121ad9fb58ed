//! `GET /api/v1/campaigns/{id}/ledger` and the recipients.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::email::sending::SPEC;
use pivotal_projections::email::sending::query::{self, RecipientRow};
use pivotal_projections::email::tracking::query as told;
use uuid::Uuid;

use super::types::{EmailLedger, EmailRecipient, EmailRecipientStep, RecipientsWanted};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::connection::page_args;
use crate::graphql::email::sending::query::{READ, is_seen, steps};
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
    let old = stale(&app, &headers, &READ).await?;
    shown(&app, &actor, id).await?;
    let pool = &app.context.log.pools.lists;
    let page = query::page(pool, id, &filter, &args).await?;
    let messages: Vec<Uuid> = page.rows.iter().filter_map(|(_, row)| row.message_id).collect();
    let told = told::of_messages(pool, &messages).await?;
    let recipient = |row: RecipientRow| {
        let told = row.message_id.and_then(|message| told.get(&message));
        EmailRecipient::of(row, told)
    };
    Ok(Json(Listed::new(page, old, recipient)))
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
    let (campaign, contact) = (id_of(&campaign)?, id_of(&contact)?);
    stale(&app, &headers, &READ).await?;
    shown(&app, &actor, campaign).await?;
    let pool = &app.context.log.pools.read;
    let row = query::one(pool, campaign, contact).await?.ok_or_else(|| ApiError::not_found("recipient"))?;
    let told = told::of_messages(pool, row.message_id.as_slice()).await?;
    let told = row.message_id.and_then(|message| told.get(&message));
    Ok(Json(EmailRecipient::of(row, told)))
}

/// What was told of somebody's email in a campaign, the latest first; empty when nothing left.
#[utoipa::path(get, path = "/{id}/recipients/{contact}/steps", operation_id = "list_campaign_recipient_steps", tag = "campaigns", params(("id" = Uuid, Path), ("contact" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = Vec<EmailRecipientStep>), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn recipient_steps(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Path((campaign, contact)): Path<(String, String)>,
) -> ApiResult<Json<Vec<EmailRecipientStep>>> {
    let (campaign, contact) = (id_of(&campaign)?, id_of(&contact)?);
    stale(&app, &headers, &READ).await?;
    let steps =
        steps(&app, &actor, campaign, contact).await?.ok_or_else(|| ApiError::not_found("recipient"))?;
    Ok(Json(steps.into_iter().map(EmailRecipientStep::from).collect()))
}

fn id_of(text: &str) -> ApiResult<Uuid> {
    text.parse().map_err(|_| ApiError::not_found("recipient"))
}

pub(super) async fn shown(app: &App, actor: &Actor, campaign: Uuid) -> ApiResult<()> {
    match is_seen(app, actor, campaign).await? {
        true => Ok(()),
        false => Err(ApiError::not_found("campaign")),
    }
}
