//! Records come into a list, leave it, and are taken back.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::audience::lists::members::{ChangeMembers, change_members};
use pivotal_commands::audience::lists::undo::undo_change;
use pivotal_commands::error::CommandError;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::lists::change::Verb;
use pivotal_domain::audience::lists::error::ListError;
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::types::{Changed, List, Named, Undo};
use super::write::{answered, changed, chosen};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::lists::query::shown;
use crate::rest::v1::command::idempotency_key;
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// Add records. Up to 1,000 come in at once; more, or all that a filter finds, by the bulk change that the answer names.
#[utoipa::path(post, path = "/{id}/members", operation_id = "add_record_list_members", tag = "lists", params(("id" = Uuid, Path)), request_body = Named, security(("bearer" = ["SEGMENTS_EDIT"])), responses(
    (status = 200, body = Changed), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn add(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Json(named): Json<Named>,
) -> ApiResult<Response> {
    change(&app, &actor, &headers, (id, Verb::Add), named).await
}

/// Remove records.
#[utoipa::path(post, path = "/{id}/members/remove", operation_id = "remove_record_list_members", tag = "lists", params(("id" = Uuid, Path)), request_body = Named, security(("bearer" = ["SEGMENTS_EDIT"])), responses(
    (status = 200, body = Changed), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn remove(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Json(named): Json<Named>,
) -> ApiResult<Response> {
    change(&app, &actor, &headers, (id, Verb::Remove), named).await
}

/// Take back a change that was made at once. One that ran as a bulk change is taken back as one.
#[utoipa::path(post, path = "/{id}/undo", operation_id = "undo_record_list_change", tag = "lists", params(("id" = Uuid, Path)), request_body = Undo, security(("bearer" = ["SEGMENTS_EDIT"])), responses(
    (status = 200, body = List), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn undo(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(Undo { change }): Json<Undo>,
) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { undo_change(&context, &by, id, change).await }).await?;
    answered(&app, &actor, id, done.position).await
}

async fn change(
    app: &App,
    actor: &Actor,
    headers: &HeaderMap,
    (id, verb): (Uuid, Verb),
    named: Named,
) -> ApiResult<Response> {
    let key = idempotency_key(headers)?;
    let list = shown(app, actor, id).await?;
    let entity = if list.entity == Entity::Account.as_str() { Entity::Account } else { Entity::Contact };
    let chosen = chosen(app, actor, entity, named.selection, named.pasted).await?;
    let chosen = chosen.ok_or(CommandError::from(ListError::NothingChosen))?;
    let input = ChangeMembers { id, verb, chosen, expected: None, idempotency_key: key };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { change_members(&context, &by, input).await }).await?;
    changed(app, actor, StatusCode::OK, done).await
}
