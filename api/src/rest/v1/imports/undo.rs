//! Taking an import back over REST: look first, then do it, or stop.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use pivotal_commands::audience::imports::undo::{
    UndoImport, cancel_undo, preview_undo, undo_import, undo_rows,
};
use pivotal_commands::audience::record::lists::ListPage;
use pivotal_commands::audience::record::undo::read::ReadUndo;
use pivotal_commands::audience::record::undo::rows::{UndoList as List, UndoRow};
use pivotal_domain::audience::record::undo::origin::Origin;
use pivotal_domain::audience::record::undo::{Chosen, Conflict};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::imports::undo::left as left_rows;
use pivotal_projections::audience::imports::{SPEC, query};
use pivotal_projections::audience::provenance::since::{LeftOf, values_since};
use pivotal_projections::audience::undo::LeftRow;
use pivotal_projections::page::{self, Page};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::types::Import;
use super::write::answered;
use crate::app::{App, Core};
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::audience::imports::undo::{is_choosable, left_of};
use crate::rest::v1::json::Json;
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};
use crate::rest::v1::provenance::ValueSince;
use crate::run_command::run_command;

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Include {
    /// Records that are taken back although somebody touched them since; at most 1,000.
    pub include: Vec<Uuid>,
    /// All of them.
    pub include_all: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UndoList {
    Archived,
    Reverted,
    Conflicts,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct UndoWanted {
    pub list: UndoList,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

/// A record and what would become, or became, of it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UndoneRecord {
    /// contact or account.
    #[schema(value_type = String)]
    pub entity: Value,
    pub record_id: Uuid,
    pub name: Option<String>,
    /// archived, reverted, partly, kept, nothing, gone.
    #[schema(value_type = String)]
    pub outcome: Value,
    /// Values as they are (old) and as they would be (new), by field.
    #[schema(value_type = Object)]
    pub changes: Value,
    /// Whether choosing it takes something of it back.
    pub choosable: bool,
    /// Where somebody else's value stands in the way: what the work wrote, what is there now and whose that is.
    pub values: Vec<ValueSince>,
    /// field (none: the record) and reason: changed_since, activity_since, archived_since, value_taken, no_key.
    pub conflicts: Vec<UndoConflict>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UndoConflict {
    pub field: Option<String>,
    #[schema(value_type = String)]
    pub reason: Value,
    /// Choosing the record takes it back all the same.
    pub choosable: bool,
    /// Where choosing does not settle it: what would.
    pub way_out: Option<String>,
}

impl Include {
    pub fn chosen(self) -> Chosen {
        match (self.include_all, self.include) {
            (true, _) => Chosen::All,
            (false, records) if records.is_empty() => Chosen::None,
            (false, records) => Chosen::Records(records),
        }
    }
}

impl UndoWanted {
    /// The list, the place behind which it is read, and how much of it.
    pub fn read(self) -> ApiResult<(List, u64, usize)> {
        let args = Paging { first: self.first, after: self.after }.args()?;
        let after = args.after.as_deref().map(page::decode).transpose()?.unwrap_or_default();
        let list = match self.list {
            UndoList::Archived => List::Archived,
            UndoList::Reverted => List::Reverted,
            UndoList::Conflicts => List::Conflicts,
        };
        Ok((list, after, usize::try_from(args.limit()).unwrap_or_default()))
    }
}

/// A page of a look at an undo.
pub async fn foretold(
    core: &Core,
    actor: &Actor,
    work: Origin,
    page: ListPage<UndoRow>,
) -> ApiResult<Listed<UndoneRecord>> {
    let of = page.rows.iter().map(|(_, row)| LeftOf {
        entity: row.entity,
        id: row.record,
        conflicts: &row.conflicts,
    });
    let mut values = since(core, actor, work, of.collect()).await?;
    let end = page.rows.last().map(|(place, _)| page::encode(place));
    let items = page.rows.into_iter().map(|(_, row)| UndoneRecord {
        entity: json(row.entity),
        record_id: row.record,
        name: row.name,
        outcome: json(row.outcome),
        changes: json(row.changes),
        choosable: is_choosable(&row.conflicts),
        values: values.remove(&row.record).unwrap_or_default(),
        conflicts: conflicts(row.conflicts),
    });
    let items = items.collect();
    Ok(Listed { items, next_cursor: end.filter(|_| page.more), stale: false })
}

/// A page of what an undo left.
pub async fn what_is_left(
    core: &Core,
    actor: &Actor,
    work: Origin,
    page: Page<LeftRow>,
    stale: bool,
) -> ApiResult<Listed<UndoneRecord>> {
    let of = page.rows.iter().map(|(_, row)| left_of(row)).collect();
    let values = std::cell::RefCell::new(since(core, actor, work, of).await?);
    Ok(Listed::new(page, stale, |row| UndoneRecord {
        entity: json(row.entity),
        record_id: row.record_id,
        name: None,
        outcome: json(row.outcome),
        changes: json(serde_json::Map::new()),
        choosable: is_choosable(&row.conflicts),
        values: values.borrow_mut().remove(&row.record_id).unwrap_or_default(),
        conflicts: conflicts(row.conflicts),
    }))
}

async fn since(
    core: &Core,
    actor: &Actor,
    work: Origin,
    records: Vec<LeftOf<'_>>,
) -> ApiResult<HashMap<Uuid, Vec<ValueSince>>> {
    let pool = &core.context.log.pools.read;
    let found = values_since(pool, &core.opener, actor, work, &records).await?;
    let shown = |values: Vec<_>| values.into_iter().map(ValueSince::from).collect();
    Ok(found.into_iter().map(|(id, values)| (id, shown(values))).collect())
}

fn json(value: impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn conflicts(of: Vec<Conflict>) -> Vec<UndoConflict> {
    let shown = |one: Conflict| UndoConflict {
        choosable: one.reason.is_choosable(),
        way_out: one.reason.way_out().map(str::to_owned),
        field: one.field,
        reason: json(one.reason),
    };
    of.into_iter().map(shown).collect()
}

/// Look at what an undo would do, without writing anything. Follow `undo.preview` of the import.
#[utoipa::path(post, path = "/{id}/undo/preview", tag = "imports", params(("id" = Uuid, Path)), security(("bearer" = ["IMPORTS_UNDO"])), responses(
    (status = 200, body = Import), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn look(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { preview_undo(&context, &by, id).await }).await?;
    app.queue.wake();
    answered(&app, &actor, id, done.position).await
}

/// Take an import back: what it made is archived, what it changed gets its old value. What somebody touched since is left, unless
/// it is included.
#[utoipa::path(post, path = "/{id}/undo", tag = "imports", params(("id" = Uuid, Path)), request_body = Include, security(("bearer" = ["IMPORTS_UNDO"])), responses(
    (status = 200, body = Import), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn undo(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(include): Json<Include>,
) -> ApiResult<Response> {
    let chosen = include.chosen();
    let (context, by) = (app.context.clone(), actor.clone());
    let done =
        run_command(async move { undo_import(&context, &by, UndoImport { id, chosen }).await }).await?;
    app.queue.wake();
    answered(&app, &actor, id, done.position).await
}

/// Stop an undo, or the look at one. What was taken back until then stays so.
#[utoipa::path(post, path = "/{id}/undo/cancel", tag = "imports", params(("id" = Uuid, Path)), security(("bearer" = ["IMPORTS_UNDO"])), responses(
    (status = 200, body = Import), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn cancel(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    run_command(async move { cancel_undo(&context, &by, id).await }).await?;
    answered(&app, &actor, id, None).await
}

/// A list of what an undo would do. Refused when nobody looked, or the look's time is over.
#[utoipa::path(get, path = "/{id}/undo/preview/rows", tag = "imports", params(("id" = Uuid, Path), UndoWanted), security(("bearer" = ["IMPORTS_UNDO"])), responses(
    (status = 200, body = Listed<UndoneRecord>), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn rows(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Query(wanted): Query<UndoWanted>,
) -> ApiResult<axum::Json<Listed<UndoneRecord>>> {
    let (list, after, first) = wanted.read()?;
    let page = undo_rows(&app.context, &actor, ReadUndo { id, list, after, first }).await?;
    Ok(axum::Json(foretold(&app, &actor, Origin::Import(id), page).await?))
}

/// Records of which something was left by the last undo, and why.
#[utoipa::path(get, path = "/{id}/undo/left", tag = "imports", params(("id" = Uuid, Path), Paging), security(("bearer" = ["IMPORTS_UNDO"])), responses(
    (status = 200, body = Listed<UndoneRecord>), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn left(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(paging): Query<Paging>,
) -> ApiResult<axum::Json<Listed<UndoneRecord>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let pool = &app.context.log.pools.read;
    query::get(pool, &actor, id).await?.ok_or_else(|| ApiError::not_found("import"))?;
    let page = left_rows(pool, id, &paging.args()?).await?;
    Ok(axum::Json(what_is_left(&app, &actor, Origin::Import(id), page, old).await?))
}
