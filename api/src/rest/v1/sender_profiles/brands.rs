//! Brands of ours over REST.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::email::senders::brands::{
    archive_brand, change_brand, create_brand, restore_brand, set_default_sender,
};
use pivotal_commands::execute::Executed;
use pivotal_domain::email::senders::brand::{Brand, Look};
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::email::senders::{SPEC, query, story};

use super::types::{EmailBrand, EmailBrandDefault, EmailBrandLook, EmailBrands, SenderAct, SenderActs};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::json::Json as Body;
use crate::rest::v1::page::{Id, stale};
use crate::run_command::run_command;

/// Brands by name, archived ones last; none for whoever does not see all campaigns.
#[utoipa::path(get, path = "", operation_id = "list_email_brands", tag = "email-brands", security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = EmailBrands), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
) -> ApiResult<axum::Json<EmailBrands>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let rows = query::brands(&app.context.log.pools.read, &actor).await?;
    Ok(axum::Json(EmailBrands { items: rows.into_iter().map(EmailBrand::from).collect() }))
}

/// One brand.
#[utoipa::path(get, path = "/{id}", operation_id = "get_email_brand", tag = "email-brands", params(("id" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = EmailBrand), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn one(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<axum::Json<EmailBrand>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let row = query::brand(&app.context.log.pools.read, &actor, id).await?;
    row.map(|row| axum::Json(EmailBrand::from(row))).ok_or_else(|| ApiError::not_found("brand"))
}

/// What happened to a brand, the newest first.
#[utoipa::path(get, path = "/{id}/history", operation_id = "get_email_brand_history", tag = "email-brands", params(("id" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = SenderActs), (status = 403, body = Problem)))]
pub async fn history(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<axum::Json<SenderActs>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let reading = Reading { pool: &app.context.log.pools.read, opener: &app.opener };
    let told = story::of_brand(reading, &actor, id).await?;
    Ok(axum::Json(SenderActs { items: told.into_iter().map(SenderAct::from).collect() }))
}

/// A new brand.
#[utoipa::path(post, path = "", operation_id = "create_email_brand", tag = "email-brands", request_body = EmailBrandLook, security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 201, body = EmailBrand), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Body(look): Body<EmailBrandLook>,
) -> ApiResult<Response> {
    let (key, look) = (idempotency_key(&headers)?, Look::from(look));
    let context = app.context.clone();
    let made = run_command(async move { create_brand(&context, &actor, look, key.as_deref()).await }).await?;
    Ok(answered(StatusCode::CREATED, made))
}

/// Another look of a brand, all at once.
#[utoipa::path(put, path = "/{id}", operation_id = "change_email_brand", tag = "email-brands", params(("id" = Uuid, Path)), request_body = EmailBrandLook, security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = EmailBrand), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn change(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Body(look): Body<EmailBrandLook>,
) -> ApiResult<Response> {
    let (context, look) = (app.context.clone(), Look::from(look));
    let changed = run_command(async move { change_brand(&context, &actor, id, look).await }).await?;
    Ok(answered(StatusCode::OK, changed))
}

/// Who sends for a brand unless somebody says otherwise.
#[utoipa::path(put, path = "/{id}/default-sender", operation_id = "set_email_brand_default_sender", tag = "email-brands", params(("id" = Uuid, Path)), request_body = EmailBrandDefault, security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = EmailBrand), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn set_default(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Body(EmailBrandDefault { sender_id }): Body<EmailBrandDefault>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let set = run_command(async move { set_default_sender(&context, &actor, id, sender_id).await }).await?;
    Ok(answered(StatusCode::OK, set))
}

/// Refused while somebody sends for it. A repeat is fine.
#[utoipa::path(post, path = "/{id}/archive", operation_id = "archive_email_brand", tag = "email-brands", params(("id" = Uuid, Path)), security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = EmailBrand), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn archive(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let context = app.context.clone();
    let done = run_command(async move { archive_brand(&context, &actor, id).await }).await?;
    Ok(answered(StatusCode::OK, done))
}

/// It can be sent for again. A repeat is fine.
#[utoipa::path(post, path = "/{id}/restore", operation_id = "restore_email_brand", tag = "email-brands", params(("id" = Uuid, Path)), security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = EmailBrand), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn restore(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let context = app.context.clone();
    let done = run_command(async move { restore_brand(&context, &actor, id).await }).await?;
    Ok(answered(StatusCode::OK, done))
}

fn answered(status: StatusCode, done: Executed<Brand>) -> Response {
    answer(status, done.position, EmailBrand::of(done.id, done.state))
}
