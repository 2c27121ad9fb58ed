//! Writing, editing, pinning and deleting notes. The same use cases as everywhere.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::execute::Executed;
use pivotal_commands::work::notes::add::{AddNote, add_note};
use pivotal_commands::work::notes::delete::{delete_note, restore_note};
use pivotal_commands::work::notes::edit::{EditNote, edit_note};
use pivotal_commands::work::notes::pin::pin_note;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::work::about::About;
use pivotal_domain::work::notes as domain;
use pivotal_projections::work::SPEC;
use pivotal_projections::work::notes::query;
use serde_json::json;

use super::types::{NewNote, Note, NoteChange};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::rest::v1::tasks::types::entity;
use crate::run_command::run_command;

/// A new note on a record the caller may see.
#[utoipa::path(post, path = "", operation_id = "add_note", tag = "notes", request_body = NewNote, security(("bearer" = ["NOTES_EDIT"])), responses(
    (status = 201, body = Note), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn add(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<NewNote>,
) -> ApiResult<Response> {
    let NewNote { entity: name, record_id, body, pinned } = new;
    let about = About { entity: entity(&name)?, id: record_id };
    let input = AddNote { id: None, about, body, pinned, idempotency_key: idempotency_key(&headers)? };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { add_note(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::CREATED, done).await
}

/// Other words.
#[utoipa::path(patch, path = "/{id}", operation_id = "edit_note", tag = "notes", params(("id" = Uuid, Path)), request_body = NoteChange, security(("bearer" = ["NOTES_EDIT"])), responses(
    (status = 200, body = Note), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn edit(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(change): Json<NoteChange>,
) -> ApiResult<Response> {
    let input = EditNote { id, body: change.body, expected_version: change.expected_version };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { edit_note(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// To the top of the record's notes.
#[utoipa::path(post, path = "/{id}/pin", operation_id = "pin_note", tag = "notes", params(("id" = Uuid, Path)), security(("bearer" = ["NOTES_EDIT"])), responses(
    (status = 200, body = Note), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn pin(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { pin_note(&context, &by, id, true).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// Down again, among the others.
#[utoipa::path(post, path = "/{id}/unpin", operation_id = "unpin_note", tag = "notes", params(("id" = Uuid, Path)), security(("bearer" = ["NOTES_EDIT"])), responses(
    (status = 200, body = Note), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn unpin(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { pin_note(&context, &by, id, false).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// Delete it. It can be restored.
#[utoipa::path(delete, path = "/{id}", operation_id = "delete_note", tag = "notes", params(("id" = Uuid, Path)), security(("bearer" = ["NOTES_EDIT"])), responses(
    (status = 200, body = Note), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn delete(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { delete_note(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// Take a deletion back.
#[utoipa::path(post, path = "/{id}/restore", operation_id = "restore_note", tag = "notes", params(("id" = Uuid, Path)), security(("bearer" = ["NOTES_EDIT"])), responses(
    (status = 200, body = Note), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn restore(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { restore_note(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, done).await
}

/// The note after the change. When its list has not caught up, only its id: ask again with the position.
async fn answered(
    app: &App,
    actor: &Actor,
    status: StatusCode,
    done: Executed<domain::Note>,
) -> ApiResult<Response> {
    if let Some(position) = done.position
        && stale_at(app, &[SPEC.name], position).await?
    {
        return Ok(answer(StatusCode::ACCEPTED, done.position, json!({ "id": done.id })));
    }
    let note = query::get(&app.context.log.pools.read, actor, done.id).await?.map(Note::from);
    Ok(answer(status, done.position, note))
}
