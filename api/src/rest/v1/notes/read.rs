//! `GET /api/v1/notes`, and one of them.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_projections::work::SPEC;
use pivotal_projections::work::notes::query;

use super::types::{Note, WantedNotes};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};
use crate::rest::v1::tasks::types::entity;

/// The notes of a record and of those that were merged into it: pinned ones first, then the newest. None of a record that the
/// caller may not see.
#[utoipa::path(get, path = "", operation_id = "list_notes", tag = "notes", params(WantedNotes), security(("bearer" = ["NOTES_VIEW"])), responses(
    (status = 200, body = Listed<Note>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<WantedNotes>,
) -> ApiResult<Json<Listed<Note>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let args = Paging { first: wanted.first, after: wanted.after }.args()?;
    let record = (entity(&wanted.entity)?, wanted.record_id);
    let page = query::page(&app.context.log.pools.read, &actor, record, &args).await?;
    Ok(Json(Listed::new(page, old, Note::from)))
}

/// One note, a deleted one too.
#[utoipa::path(get, path = "/{id}", operation_id = "get_note", tag = "notes", params(("id" = Uuid, Path)), security(("bearer" = ["NOTES_VIEW"])), responses(
    (status = 200, body = Note), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Note>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let row = query::get(&app.context.log.pools.read, &actor, id).await?;
    Ok(Json(row.map(Note::from).ok_or_else(|| ApiError::not_found("note"))?))
}
