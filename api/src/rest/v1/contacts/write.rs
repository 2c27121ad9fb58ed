//! Changing contacts over REST. The same use cases as everywhere.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::audience::contacts::archive::{ArchiveContact, archive_contact};
use pivotal_commands::audience::contacts::create::{CreateContact, create_contact};
use pivotal_commands::audience::contacts::erase::{EraseContact, erase_contact};
use pivotal_commands::audience::contacts::restore::{RestoreContact, restore_contact};
use pivotal_commands::audience::contacts::restore_values::restore_contact_values;
use pivotal_commands::audience::contacts::undo::{UndoContact, undo_contact};
use pivotal_commands::audience::contacts::update::{UpdateContact, update_contact};
use pivotal_commands::execute::Executed;
use pivotal_domain::audience::contacts as domain;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::contacts::SPEC;
use serde_json::json;

use super::read::one;
use super::types::{Archive, Changes, Contact, Erase, New, Undo};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::rest::v1::provenance::RestoreValues;
use crate::run_command::run_command;

/// Create a contact.
#[utoipa::path(post, path = "", tag = "contacts", request_body = New, security(("bearer" = ["CONTACTS_EDIT"])), responses(
    (status = 201, body = Contact), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<New>,
) -> ApiResult<Response> {
    let input = CreateContact {
        fields: new.fields,
        account_id: new.account_id,
        idempotency_key: idempotency_key(&headers)?,
    };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { create_contact(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::CREATED, done).await
}

/// Change fields. Two callers who change different fields do not disturb each other.
#[utoipa::path(patch, path = "/{id}", tag = "contacts", params(("id" = Uuid, Path)), request_body = Changes, security(("bearer" = ["CONTACTS_EDIT"])), responses(
    (status = 200, body = Contact), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn update(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Json(changes): Json<Changes>,
) -> ApiResult<Response> {
    let input = UpdateContact {
        id,
        fields: changes.fields,
        account_id: changes.account_id,
        unlink_account: changes.unlink_account,
        expected_version: changes.expected_version,
        idempotency_key: idempotency_key(&headers)?,
    };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { update_contact(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// Archive: it leaves every list and keeps its history.
#[utoipa::path(post, path = "/{id}/archive", tag = "contacts", params(("id" = Uuid, Path)), request_body = Archive, security(("bearer" = ["CONTACTS_ARCHIVE"])), responses(
    (status = 200, body = Contact), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn archive(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Json(archive): Json<Archive>,
) -> ApiResult<Response> {
    let input = ArchiveContact { id, reason: archive.reason, idempotency_key: idempotency_key(&headers)? };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { archive_contact(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// Bring an archived one back.
#[utoipa::path(post, path = "/{id}/restore", tag = "contacts", params(("id" = Uuid, Path)), security(("bearer" = ["CONTACTS_ARCHIVE"])), responses(
    (status = 200, body = Contact), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn restore(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Response> {
    let input = RestoreContact { id, idempotency_key: idempotency_key(&headers)? };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { restore_contact(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// Take back one event with a compensating one.
#[utoipa::path(post, path = "/{id}/undo", tag = "contacts", params(("id" = Uuid, Path)), request_body = Undo, security(("bearer" = ["CONTACTS_EDIT"])), responses(
    (status = 200, body = Contact), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn undo(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Json(undo): Json<Undo>,
) -> ApiResult<Response> {
    let input = UndoContact {
        id,
        position: undo.position,
        force: undo.force,
        idempotency_key: idempotency_key(&headers)?,
    };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { undo_contact(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// Bring back what fields held at another moment, as an ordinary edit.
#[utoipa::path(post, path = "/{id}/restore-values", tag = "contacts", params(("id" = Uuid, Path)), request_body = RestoreValues, security(("bearer" = ["CONTACTS_EDIT"])), responses(
    (status = 200, body = Contact), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn restore_values(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Json(wanted): Json<RestoreValues>,
) -> ApiResult<Response> {
    let input = wanted.into_command(id, idempotency_key(&headers)?)?;
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { restore_contact_values(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// Erase the person everywhere, for good.
#[utoipa::path(post, path = "/{id}/erase", tag = "contacts", params(("id" = Uuid, Path)), request_body = Erase, security(("bearer" = ["CONTACTS_ERASE"])), responses(
    (status = 200, body = Contact), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn erase(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(erase): Json<Erase>,
) -> ApiResult<Response> {
    let input = EraseContact { id, request: erase.request, confirm: erase.confirm };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { erase_contact(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// The contact after the change. When its list has not caught up, only its id: ask again with the position.
async fn answered(
    app: &App,
    actor: &Actor,
    status: StatusCode,
    done: Executed<domain::Contact>,
) -> ApiResult<Response> {
    if let Some(position) = done.position
        && stale_at(app, &[SPEC.name], position).await?
    {
        return Ok(answer(StatusCode::ACCEPTED, done.position, json!({ "id": done.id })));
    }
    let contact: Option<Contact> = one(app, actor, done.id).await?;
    Ok(answer(status, done.position, contact))
}
