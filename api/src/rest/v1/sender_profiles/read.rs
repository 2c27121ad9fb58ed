//! `GET /api/v1/sender-profiles`, one of them and its history.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::email::senders::{SPEC, query, story};

use super::types::{SenderAccount, SenderAccounts, SenderAct, SenderActs, SenderProfile, SenderProfiles};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::page::{Id, stale};

/// Senders by brand and name, archived ones last; none for whoever does not see all campaigns.
#[utoipa::path(get, path = "", operation_id = "list_sender_profiles", tag = "sender-profiles", security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = SenderProfiles), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
) -> ApiResult<Json<SenderProfiles>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let rows = query::senders(&app.context.log.pools.read, &actor).await?;
    Ok(Json(SenderProfiles { items: rows.into_iter().map(SenderProfile::from).collect() }))
}

/// Accounts through which mail may leave, as the configuration names them.
#[utoipa::path(get, path = "/accounts", operation_id = "list_sender_accounts", tag = "sender-profiles", security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = SenderAccounts), (status = 403, body = Problem)))]
pub async fn accounts(State(app): State<App>, _: Signed) -> ApiResult<Json<SenderAccounts>> {
    Ok(Json(SenderAccounts { items: app.sender_accounts.iter().map(SenderAccount::from).collect() }))
}

/// One sender, with what its domains' records say.
#[utoipa::path(get, path = "/{id}", operation_id = "get_sender_profile", tag = "sender-profiles", params(("id" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = SenderProfile), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn one(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<SenderProfile>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let row = query::sender(&app.context.log.pools.read, &actor, id).await?;
    row.map(|row| Json(SenderProfile::from(row))).ok_or_else(|| ApiError::not_found("sender"))
}

/// What happened to a sender, the newest first. Checks that said the same as the one before are left out.
#[utoipa::path(get, path = "/{id}/history", operation_id = "get_sender_profile_history", tag = "sender-profiles", params(("id" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = SenderActs), (status = 403, body = Problem)))]
pub async fn history(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<SenderActs>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let reading = Reading { pool: &app.context.log.pools.read, opener: &app.opener };
    let told = story::of_sender(reading, &actor, id).await?;
    Ok(Json(SenderActs { items: told.into_iter().map(SenderAct::from).collect() }))
}
