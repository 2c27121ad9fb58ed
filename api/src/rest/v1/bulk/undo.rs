//! Taking a bulk change back over REST: look first, then do it, or stop.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::audience::bulk::undo::{UndoBulk, cancel_undo, preview_undo, undo_bulk, undo_rows};
use pivotal_commands::audience::record::undo::read::ReadUndo;
use pivotal_domain::audience::record::undo::origin::Origin;
use pivotal_projections::audience::bulk::{SPEC, query};

use super::types::Bulk;
use super::write::answered;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::bulk::query::shown;
use crate::rest::v1::imports::undo::{Include, UndoWanted, UndoneRecord, foretold, what_is_left};
use crate::rest::v1::json::Json;
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};
use crate::run_command::run_command;

/// Look at what an undo would do, without writing anything. Follow `undo.preview` of the bulk change.
#[utoipa::path(post, path = "/{id}/undo/preview", operation_id = "preview_undo_of_bulk_change", tag = "bulk-changes", params(("id" = Uuid, Path)), security(("bearer" = ["RECORDS_BULK"])), responses(
    (status = 200, body = Bulk), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn look(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { preview_undo(&context, &by, id).await }).await?;
    app.queue.wake();
    answered(&app, &actor, StatusCode::OK, id, done.position).await
}

/// Take a bulk change back: every record is as it was before. What somebody touched since is left, unless it is included.
#[utoipa::path(post, path = "/{id}/undo", operation_id = "undo_bulk_change", tag = "bulk-changes", params(("id" = Uuid, Path)), request_body = Include, security(("bearer" = ["RECORDS_BULK"])), responses(
    (status = 200, body = Bulk), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn undo(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(include): Json<Include>,
) -> ApiResult<Response> {
    let (context, by, chosen) = (app.context.clone(), actor.clone(), include.chosen());
    let done = run_command(async move { undo_bulk(&context, &by, UndoBulk { id, chosen }).await }).await?;
    app.queue.wake();
    answered(&app, &actor, StatusCode::OK, id, done.position).await
}

/// Stop an undo, or the look at one. What was taken back until then stays so.
#[utoipa::path(post, path = "/{id}/undo/cancel", operation_id = "cancel_undo_of_bulk_change", tag = "bulk-changes", params(("id" = Uuid, Path)), security(("bearer" = ["RECORDS_BULK"])), responses(
    (status = 200, body = Bulk), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn cancel(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    run_command(async move { cancel_undo(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, id, None).await
}

/// A list of what an undo would do. Refused when nobody looked, or the look's time is over.
#[utoipa::path(get, path = "/{id}/undo/preview/rows", operation_id = "list_undo_preview_of_bulk_change", tag = "bulk-changes", params(("id" = Uuid, Path), UndoWanted), security(("bearer" = ["RECORDS_BULK"])), responses(
    (status = 200, body = Listed<UndoneRecord>), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn rows(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Query(wanted): Query<UndoWanted>,
) -> ApiResult<axum::Json<Listed<UndoneRecord>>> {
    let (list, after, first) = wanted.read()?;
    let page = undo_rows(&app.context, &actor, ReadUndo { id, list, after, first }).await?;
    Ok(axum::Json(foretold(&app, &actor, Origin::Bulk(id), page).await?))
}

/// Records of which something was left by the last undo, and why.
#[utoipa::path(get, path = "/{id}/undo/left", operation_id = "list_what_undo_of_bulk_change_left", tag = "bulk-changes", params(("id" = Uuid, Path), Paging), security(("bearer" = ["RECORDS_BULK"])), responses(
    (status = 200, body = Listed<UndoneRecord>), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn left(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(paging): Query<Paging>,
) -> ApiResult<axum::Json<Listed<UndoneRecord>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    shown(&app, &actor, id).await?;
    let page = query::left(&app.context.log.pools.read, id, &paging.args()?).await?;
    Ok(axum::Json(what_is_left(&app, &actor, Origin::Bulk(id), page, old).await?))
}
