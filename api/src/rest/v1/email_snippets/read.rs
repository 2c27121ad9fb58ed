//! `GET /api/v1/email-snippets`, one of them, and what it said before.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::email::snippets::SPEC;
use pivotal_projections::email::snippets::query::{self, SnippetRow};
use uuid::Uuid;

use super::types::{Snippet, Snippets, Version, Versions};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::email::snippets::query::{READ, happened};
use crate::rest::v1::audience_events::AudienceEvents;
use crate::rest::v1::page::{Id, stale};

/// Snippets by brand and name, archived ones last; at most 500.
#[utoipa::path(get, path = "", operation_id = "list_email_snippets", tag = "email-snippets", security(("bearer" = ["TEMPLATES_VIEW"])), responses(
    (status = 200, body = Snippets), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
) -> ApiResult<Json<Snippets>> {
    stale(&app, &headers, &READ).await?;
    let rows = query::snippets(&app.context.log.pools.read, &actor).await?;
    Ok(Json(Snippets { items: presented(&app, &actor, rows).await? }))
}

/// One snippet, an archived one too.
#[utoipa::path(get, path = "/{id}", operation_id = "get_email_snippet", tag = "email-snippets", params(("id" = Uuid, Path)), security(("bearer" = ["TEMPLATES_VIEW"])), responses(
    (status = 200, body = Snippet), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Snippet>> {
    stale(&app, &headers, &READ).await?;
    Ok(Json(shown(&app, &actor, id).await?))
}

/// What a snippet said after each save, the newest first; at most 500.
#[utoipa::path(get, path = "/{id}/versions", operation_id = "list_email_snippet_versions", tag = "email-snippets", params(("id" = Uuid, Path)), security(("bearer" = ["TEMPLATES_VIEW"])), responses(
    (status = 200, body = Versions), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn versions(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Versions>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    shown(&app, &actor, id).await?;
    let rows = query::versions(&app.context.log.pools.read, &actor, id).await?;
    Ok(Json(Versions { items: rows.into_iter().map(Version::from).collect() }))
}

/// What happened to a snippet.
#[utoipa::path(get, path = "/{id}/history", operation_id = "list_email_snippet_history", tag = "email-snippets", params(("id" = Uuid, Path)), security(("bearer" = ["TEMPLATES_VIEW"])), responses(
    (status = 200, body = AudienceEvents), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn history(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<AudienceEvents>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    Ok(Json(happened(&app, &actor, id).await?.into()))
}

/// With the templates that include it, for whoever may see it.
pub(super) async fn shown(app: &App, actor: &Actor, id: Uuid) -> ApiResult<Snippet> {
    let row = query::snippet(&app.context.log.pools.read, actor, id).await?;
    let found = presented(app, actor, row.into_iter().collect()).await?.pop();
    found.ok_or_else(|| ApiError::not_found("snippet"))
}

async fn presented(app: &App, actor: &Actor, rows: Vec<SnippetRow>) -> ApiResult<Vec<Snippet>> {
    let names: Vec<String> = rows.iter().map(|row| row.name.clone()).collect();
    let mut users = query::users(&app.context.log.pools.read, actor, &names).await?;
    let snippets = rows.into_iter().map(|row| {
        let users = users.remove(&row.name).unwrap_or_default();
        Snippet::of(row, users)
    });
    Ok(snippets.collect())
}
