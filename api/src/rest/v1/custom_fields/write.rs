//! Defining, changing, archiving and restoring a custom field.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::audience::custom_fields::archive::{archive_custom_field, restore_custom_field};
use pivotal_commands::audience::custom_fields::change::change_custom_field;
use pivotal_commands::audience::custom_fields::define::{DefineCustomField, define_custom_field};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_projections::audience::custom_fields::SPEC;

use super::read::one;
use super::types::{CustomField, CustomFieldChange, NewCustomField, entity};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::json::Json;
use crate::run_command::run_command;

/// Define a custom field. Its key is worked out from the label.
#[utoipa::path(post, path = "", tag = "custom-fields", request_body = NewCustomField, security(("bearer" = ["CUSTOM_FIELDS_DEFINE"])), responses(
    (status = 201, body = CustomField), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn define(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<NewCustomField>,
) -> ApiResult<Response> {
    let input = DefineCustomField { field: new.read()?, idempotency_key: idempotency_key(&headers)? };
    let (context, values, entity) = (app.context.clone(), app.custom_values.clone(), input.field.entity);
    let (done, field) =
        run_command(async move { define_custom_field(&context, &*values, &actor, input).await }).await?;
    answered(&app, StatusCode::CREATED, entity, &field.key, done.position).await
}

/// Give it another name, other options, another default, or say whether it is required or unique.
#[utoipa::path(patch, path = "/{entity}/{key}", tag = "custom-fields", params(("entity" = String, Path), ("key" = String, Path)), request_body = CustomFieldChange, security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = CustomField), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn change(
    State(app): State<App>,
    Signed(actor): Signed,
    Path((of, key)): Path<(String, String)>,
    Json(change): Json<CustomFieldChange>,
) -> ApiResult<Response> {
    let (context, values) = (app.context.clone(), app.custom_values.clone());
    let (entity, named) = (entity(&of)?, key.clone());
    let done = run_command(async move {
        change_custom_field(&context, &*values, &actor, entity, &named, change.into()).await
    });
    let done = done.await?;
    answered(&app, StatusCode::OK, entity, &key, done.position).await
}

/// Offer it nowhere any more. The values stay.
#[utoipa::path(post, path = "/{entity}/{key}/archive", tag = "custom-fields", params(("entity" = String, Path), ("key" = String, Path)), security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = CustomField), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn archive(
    State(app): State<App>,
    Signed(actor): Signed,
    Path((of, key)): Path<(String, String)>,
) -> ApiResult<Response> {
    let (context, entity, named) = (app.context.clone(), entity(&of)?, key.clone());
    let done =
        run_command(async move { archive_custom_field(&context, &actor, entity, &named).await }).await?;
    answered(&app, StatusCode::OK, entity, &key, done.position).await
}

/// Take archiving back.
#[utoipa::path(post, path = "/{entity}/{key}/restore", tag = "custom-fields", params(("entity" = String, Path), ("key" = String, Path)), security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = CustomField), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn restore(
    State(app): State<App>,
    Signed(actor): Signed,
    Path((of, key)): Path<(String, String)>,
) -> ApiResult<Response> {
    let (context, entity, named) = (app.context.clone(), entity(&of)?, key.clone());
    let done =
        run_command(async move { restore_custom_field(&context, &actor, entity, &named).await }).await?;
    answered(&app, StatusCode::OK, entity, &key, done.position).await
}

async fn answered(
    app: &App,
    status: StatusCode,
    entity: Entity,
    key: &str,
    position: Option<i64>,
) -> ApiResult<Response> {
    if let Some(position) = position {
        stale_at(app, &[SPEC.name], position).await?;
    }
    let field = one(app, entity, key).await?.ok_or_else(|| ApiError::not_found("custom field"))?;
    Ok(answer(status, position, field))
}
