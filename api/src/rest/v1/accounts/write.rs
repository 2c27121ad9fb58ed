//! Changing accounts over REST. The same use cases as everywhere.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::audience::accounts::archive::{ArchiveAccount, archive_account};
use pivotal_commands::audience::accounts::create::{CreateAccount, create_account};
use pivotal_commands::audience::accounts::restore::{RestoreAccount, restore_account};
use pivotal_commands::audience::accounts::restore_values::restore_account_values;
use pivotal_commands::audience::accounts::undo::{UndoAccount, undo_account};
use pivotal_commands::audience::accounts::update::{UpdateAccount, update_account};
use pivotal_commands::execute::Executed;
use pivotal_domain::audience::accounts as domain;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::accounts::SPEC;
use serde_json::json;

use super::read::one;
use super::types::{Account, Archive, Changes, New, Undo};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::rest::v1::provenance::RestoreValues;
use crate::run_command::run_command;

/// Create an account.
#[utoipa::path(post, path = "", tag = "accounts", request_body = New, security(("bearer" = ["ACCOUNTS_EDIT"])), responses(
    (status = 201, body = Account), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<New>,
) -> ApiResult<Response> {
    let input = CreateAccount { fields: new.fields, idempotency_key: idempotency_key(&headers)? };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { create_account(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::CREATED, done).await
}

/// Change fields. Two callers who change different fields do not disturb each other.
#[utoipa::path(patch, path = "/{id}", tag = "accounts", params(("id" = Uuid, Path)), request_body = Changes, security(("bearer" = ["ACCOUNTS_EDIT"])), responses(
    (status = 200, body = Account), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn update(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Json(changes): Json<Changes>,
) -> ApiResult<Response> {
    let input = UpdateAccount {
        id,
        fields: changes.fields,
        expected_version: changes.expected_version,
        idempotency_key: idempotency_key(&headers)?,
    };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { update_account(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// Archive: it leaves every list and keeps its history.
#[utoipa::path(post, path = "/{id}/archive", tag = "accounts", params(("id" = Uuid, Path)), request_body = Archive, security(("bearer" = ["ACCOUNTS_ARCHIVE"])), responses(
    (status = 200, body = Account), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn archive(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Json(archive): Json<Archive>,
) -> ApiResult<Response> {
    let input = ArchiveAccount { id, reason: archive.reason, idempotency_key: idempotency_key(&headers)? };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { archive_account(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// Bring an archived one back.
#[utoipa::path(post, path = "/{id}/restore", tag = "accounts", params(("id" = Uuid, Path)), security(("bearer" = ["ACCOUNTS_ARCHIVE"])), responses(
    (status = 200, body = Account), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn restore(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Response> {
    let input = RestoreAccount { id, idempotency_key: idempotency_key(&headers)? };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { restore_account(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// Take back one event with a compensating one.
#[utoipa::path(post, path = "/{id}/undo", tag = "accounts", params(("id" = Uuid, Path)), request_body = Undo, security(("bearer" = ["ACCOUNTS_EDIT"])), responses(
    (status = 200, body = Account), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn undo(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Json(undo): Json<Undo>,
) -> ApiResult<Response> {
    let input = UndoAccount {
        id,
        position: undo.position,
        force: undo.force,
        idempotency_key: idempotency_key(&headers)?,
    };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { undo_account(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// Bring back what fields held at another moment, as an ordinary edit.
#[utoipa::path(post, path = "/{id}/restore-values", tag = "accounts", params(("id" = Uuid, Path)), request_body = RestoreValues, security(("bearer" = ["ACCOUNTS_EDIT"])), responses(
    (status = 200, body = Account), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn restore_values(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Json(wanted): Json<RestoreValues>,
) -> ApiResult<Response> {
    let input = wanted.into_command(id, idempotency_key(&headers)?)?;
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { restore_account_values(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// The account after the change. When its list has not caught up, only its id: ask again with the position.
async fn answered(
    app: &App,
    actor: &Actor,
    status: StatusCode,
    done: Executed<domain::Account>,
) -> ApiResult<Response> {
    if let Some(position) = done.position
        && stale_at(app, &[SPEC.name], position).await?
    {
        return Ok(answer(StatusCode::ACCEPTED, done.position, json!({ "id": done.id })));
    }
    let account: Option<Account> = one(app, actor, done.id).await?;
    Ok(answer(status, done.position, account))
}
