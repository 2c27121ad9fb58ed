//! Rejected rows over REST: read them, mend them, run the import once more.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use pivotal_commands::audience::imports::again::import_again;
use pivotal_commands::audience::imports::fix::{FixRows, FixedRow, fix_rows};
use pivotal_commands::audience::imports::rejected::rejected_rows;
use pivotal_projections::audience::imports::{SPEC, query};
use pivotal_projections::page;
use serde::Serialize;
use utoipa::ToSchema;

use super::types::{Fixes, Import};
use super::write::answered_new;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::command::idempotency_key;
use crate::rest::v1::json::Json;
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};
use crate::run_command::run_command;

/// A rejected row with its cells.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RejectedRow {
    /// As a spreadsheet counts it.
    pub row: u32,
    /// One for each column of the file. All are empty where the person was erased.
    pub cells: Vec<String>,
    pub reasons: Vec<RejectedReason>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct RejectedReason {
    pub code: String,
    pub message: String,
}

/// Rejected rows of an import that has ended, in the order of the file.
#[utoipa::path(get, path = "/{id}/rejected-rows", tag = "imports", params(("id" = uuid::Uuid, Path), Paging), security(("bearer" = ["IMPORTS_VIEW"])), responses(
    (status = 200, body = Listed<RejectedRow>), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn rows(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(paging): Query<Paging>,
) -> ApiResult<axum::Json<Listed<RejectedRow>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let args = paging.args()?;
    let after: u32 = args.after.as_deref().map(page::decode).transpose()?.unwrap_or_default();
    let import = query::get(&app.context.log.pools.read, &actor, id).await?;
    import.ok_or_else(|| ApiError::not_found("import"))?;
    let first = usize::try_from(args.limit()).unwrap_or_default();
    let page = rejected_rows(&app.context, &actor, id, after, first).await?;
    let next_cursor = page.rows.last().map(|row| page::encode(&row.row)).filter(|_| page.more);
    let items = page.rows.into_iter().map(|row| RejectedRow {
        row: row.row,
        cells: row.cells,
        reasons: row
            .reasons
            .into_iter()
            .map(|reason| RejectedReason { code: reason.code, message: reason.message })
            .collect(),
    });
    Ok(axum::Json(Listed { items: items.collect(), next_cursor, stale: old }))
}

/// Mend rejected rows: they run at once, as an import of their own with the same settings, which is the answer.
#[utoipa::path(post, path = "/{id}/rejected-rows", tag = "imports", params(("id" = uuid::Uuid, Path)), request_body = Fixes, security(("bearer" = ["IMPORTS_RUN"])), responses(
    (status = 201, body = Import), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn fix(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Json(fixes): Json<Fixes>,
) -> ApiResult<Response> {
    let rows = fixes.rows.into_iter().map(|row| FixedRow { row: row.row, cells: row.cells }).collect();
    let fix = FixRows { id, rows, idempotency_key: idempotency_key(&headers)? };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { fix_rows(&context, &by, fix).await }).await?;
    app.queue.wake();
    answered_new(&app, &actor, done.id, done.position).await
}

/// The same file and settings as a new import, mapped and not started. For another file, upload it with `like`.
#[utoipa::path(post, path = "/{id}/again", tag = "imports", params(("id" = uuid::Uuid, Path)), security(("bearer" = ["IMPORTS_RUN"])), responses(
    (status = 201, body = Import), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn again(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { import_again(&context, &by, id).await }).await?;
    answered_new(&app, &actor, done.id, done.position).await
}
