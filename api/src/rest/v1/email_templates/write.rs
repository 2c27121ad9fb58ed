//! Writing, renaming and archiving templates, and a mail to oneself.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::email::templates::archive::{archive_template, restore_template};
use pivotal_commands::email::templates::create::{CreateTemplate, create_template};
use pivotal_commands::email::templates::save::{SaveDraft, save_draft};
use pivotal_commands::email::templates::send_test;
use pivotal_commands::email::templates::update::update_template;
use pivotal_domain::email::templates::details::{DetailChanges, Details};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::email::templates::SPEC;
use serde_json::json;
use uuid::Uuid;

use super::types::{Draft, NewContent, NewTemplate, Template, TemplateChanges, Test, TestSent};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::email::templates::input::number;
use crate::graphql::email::templates::query::shown;
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// A new template with a first draft.
#[utoipa::path(post, path = "", operation_id = "create_email_template", tag = "email-templates", request_body = NewTemplate, security(("bearer" = ["TEMPLATES_EDIT"])), responses(
    (status = 201, body = Template), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<NewTemplate>,
) -> ApiResult<Response> {
    let idempotency_key = idempotency_key(&headers)?;
    let NewTemplate { name, brand, tags, content } = new;
    let content = content.map(NewContent::read).transpose()?;
    let input = CreateTemplate { details: Details { name, brand, tags }, content, idempotency_key };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { create_template(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::CREATED, (done.id, done.position)).await
}

/// The draft, written on. Broken MJML and tags that there are none of are refused with their lines; nothing is saved then.
#[utoipa::path(put, path = "/{id}/content", operation_id = "save_email_template", tag = "email-templates", params(("id" = Uuid, Path)), request_body = Draft, security(("bearer" = ["TEMPLATES_EDIT"])), responses(
    (status = 200, body = Template), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn save(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(draft): Json<Draft>,
) -> ApiResult<Response> {
    let content = draft.content.read()?;
    let input = SaveDraft { id, content, expected: draft.revision.map(number) };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { save_draft(&context, &by, input).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// Another name, another brand, other tags.
#[utoipa::path(patch, path = "/{id}", operation_id = "update_email_template", tag = "email-templates", params(("id" = Uuid, Path)), request_body = TemplateChanges, security(("bearer" = ["TEMPLATES_EDIT"])), responses(
    (status = 200, body = Template), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn update(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(new): Json<TemplateChanges>,
) -> ApiResult<Response> {
    let changes = DetailChanges { name: new.name, brand: new.brand, tags: new.tags };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { update_template(&context, &by, id, changes).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// It stands in no list of templates then, and cannot change, until it is restored.
#[utoipa::path(post, path = "/{id}/archive", operation_id = "archive_email_template", tag = "email-templates", params(("id" = Uuid, Path)), security(("bearer" = ["TEMPLATES_EDIT"])), responses(
    (status = 200, body = Template), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn archive(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { archive_template(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// Back from the archive.
#[utoipa::path(post, path = "/{id}/restore", operation_id = "restore_email_template", tag = "email-templates", params(("id" = Uuid, Path)), security(("bearer" = ["TEMPLATES_EDIT"])), responses(
    (status = 200, body = Template), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn restore(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { restore_template(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// Sends you the mail, to see it where it will be read.
#[utoipa::path(post, path = "/{id}/send-test", operation_id = "send_email_template_test", tag = "email-templates", params(("id" = Uuid, Path)), request_body = Test, security(("bearer" = ["TEMPLATES_EDIT"])), responses(
    (status = 202, body = TestSent), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn send_test(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(wanted): Json<Test>,
) -> ApiResult<Response> {
    let version = wanted.version.map(number);
    let input = send_test::SendTest { id, version, contact: wanted.contact_id };
    let (context, queue) = (app.context.clone(), app.queue.clone());
    let sent_to =
        run_command(async move { send_test::send_test(&context, &queue, &actor, input).await }).await?;
    app.queue.wake();
    Ok(answer(StatusCode::ACCEPTED, None, TestSent { sent_to }))
}

/// The template, once it shows what was just done to it.
pub(super) async fn answered(
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
    Ok(answer(status, position, Template::from(shown(app, actor, id).await?)))
}
