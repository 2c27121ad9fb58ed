//! Writing and archiving snippets.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::email::snippets::archive::{archive_snippet, restore_snippet};
use pivotal_commands::email::snippets::create::{CreateSnippet, create_snippet};
use pivotal_commands::email::snippets::save::{SaveSnippet, save_snippet};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::email::snippets::SPEC;
use serde_json::json;
use uuid::Uuid;

use super::read::shown;
use super::types::{NewSnippet, Snippet, Words};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::email::snippets::input::blocks_of;
use crate::graphql::email::templates::input::number;
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// A new snippet of a brand.
#[utoipa::path(post, path = "", operation_id = "create_email_snippet", tag = "email-snippets", request_body = NewSnippet, security(("bearer" = ["TEMPLATES_EDIT"])), responses(
    (status = 201, body = Snippet), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<NewSnippet>,
) -> ApiResult<Response> {
    let idempotency_key = idempotency_key(&headers)?;
    let NewSnippet { brand_id, name, blocks } = new;
    let input = CreateSnippet { brand: brand_id, name, blocks: blocks_of(blocks)?, idempotency_key };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { create_snippet(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::CREATED, (done.id, done.position)).await
}

/// The next version. Drafts that include it show it from now on; versions that were submitted stay as they are.
#[utoipa::path(put, path = "/{id}", operation_id = "save_email_snippet", tag = "email-snippets", params(("id" = Uuid, Path)), request_body = Words, security(("bearer" = ["TEMPLATES_EDIT"])), responses(
    (status = 200, body = Snippet), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn save(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(words): Json<Words>,
) -> ApiResult<Response> {
    let Words { blocks, version } = words;
    let input = SaveSnippet { id, blocks: blocks_of(blocks)?, expected: version.map(number) };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { save_snippet(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// Nobody can include it then until it is restored. Refused while a draft includes it.
#[utoipa::path(post, path = "/{id}/archive", operation_id = "archive_email_snippet", tag = "email-snippets", params(("id" = Uuid, Path)), security(("bearer" = ["TEMPLATES_EDIT"])), responses(
    (status = 200, body = Snippet), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn archive(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { archive_snippet(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// Back from the archive.
#[utoipa::path(post, path = "/{id}/restore", operation_id = "restore_email_snippet", tag = "email-snippets", params(("id" = Uuid, Path)), security(("bearer" = ["TEMPLATES_EDIT"])), responses(
    (status = 200, body = Snippet), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn restore(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { restore_snippet(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// The snippet, once it shows what was just done to it.
async fn answered(
    app: &App,
    actor: &Actor,
    status: StatusCode,
    (id, position): (Uuid, Option<i64>),
) -> ApiResult<Response> {
    if let Some(position) = position
        && stale_at(app, &[SPEC.name], position).await?
    {
        return Ok(answer(StatusCode::ACCEPTED, Some(position), json!({ "id": id })));
    }
    Ok(answer(status, position, shown(app, actor, id).await?))
}
