//! What a bulk change came to, and what an undo of it left, as files.

use std::collections::HashMap;

use axum::extract::State;
use axum::response::Response;
use futures::FutureExt;
use futures::future::BoxFuture;
use pivotal_commands::audience::bulk::undo::undo_rows;
use pivotal_commands::audience::record::undo::read::ReadUndo;
use pivotal_commands::audience::record::undo::rows::UndoList;
use pivotal_commands::context::Context;
use pivotal_domain::audience::bulk::outcome::Refusal;
use pivotal_domain::audience::fields::catalogue::{Entity, label_of};
use pivotal_domain::audience::record::undo::Conflict;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::bulk::query::{BulkRow, left as left_rows};
use pivotal_projections::audience::bulk::records;
use pivotal_projections::audience::{accounts, contacts};
use pivotal_projections::page::{self, PageArgs, QueryError};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::IntoParams;
use uuid::Uuid;

use super::read::RecordOutcome;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::bulk::query::shown;
use crate::rest::v1::list_file::{FileFormat, ListFile, PageRead, may_take_out, send};
use crate::rest::v1::page::{Id, Query};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RecordsFileWanted {
    /// Of one outcome; all if not said.
    pub outcome: Option<RecordOutcome>,
    /// csv, xlsx or json; csv if not said.
    #[serde(default)]
    pub format: FileFormat,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ConflictsFileWanted {
    /// csv, xlsx or json; csv if not said.
    #[serde(default)]
    pub format: FileFormat,
}

/// What became of the records, as a file. That it was taken out is on record.
#[utoipa::path(get, path = "/{id}/records/file", operation_id = "download_bulk_change_records", tag = "bulk-changes", params(("id" = Uuid, Path), RecordsFileWanted), security(("bearer" = ["RECORDS_BULK"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn records_file(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Query(wanted): Query<RecordsFileWanted>,
) -> ApiResult<Response> {
    let bulk = shown(&app, &actor, id).await?;
    may_take_out(&actor, entity_of(&bulk))?;
    let columns =
        [("record_id", "ID"), ("name", "Name"), ("outcome", "Outcome"), ("code", "Code"), ("why", "Why")];
    let file = ListFile {
        about_type: "bulk",
        about: id,
        name: "bulk-change-records",
        sheet: "Records",
        columns: &columns,
        format: wanted.format,
    };
    let outcome = wanted.outcome.map(RecordOutcome::as_str);
    let (pool, by) = (app.context.log.pools.read.clone(), actor.clone());
    let read = move |args: PageArgs| -> BoxFuture<'static, PageRead> {
        let (pool, by, bulk) = (pool.clone(), by.clone(), bulk.clone());
        async move {
            let page = records::page(&pool, &by, &bulk, outcome, &args).await?;
            let next = page.rows.last().map(|(cursor, _)| cursor.clone()).filter(|_| page.has_next);
            let row = |record: records::RecordRow| {
                let refusal = record.code.as_deref().and_then(Refusal::of_code);
                vec![
                    json!(record.record_id),
                    json!(record.name),
                    json!(record.outcome),
                    json!(record.code),
                    json!(refusal.map(|refusal| refusal.sentence())),
                ]
            };
            Ok((page.rows.into_iter().map(|(_, record)| row(record)).collect(), next))
        }
        .boxed()
    };
    send(&app, &actor, file, read).await
}

const CONFLICTS: [(&str, &str); 6] = [
    ("record_id", "ID"),
    ("name", "Name"),
    ("outcome", "Outcome"),
    ("field", "Field"),
    ("reason", "Reason"),
    ("way_out", "What would settle it"),
];

/// What stands in the way of an undo that was looked at, as a file: a row for each conflict.
#[utoipa::path(get, path = "/{id}/undo/preview/conflicts/file", operation_id = "download_undo_conflicts_of_bulk_change", tag = "bulk-changes", params(("id" = Uuid, Path), ConflictsFileWanted), security(("bearer" = ["RECORDS_BULK"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn conflicts_file(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Query(wanted): Query<ConflictsFileWanted>,
) -> ApiResult<Response> {
    let bulk = shown(&app, &actor, id).await?;
    let entity = entity_of(&bulk);
    may_take_out(&actor, entity)?;
    let (context, by) = (app.context.clone(), actor.clone());
    let read = move |args: PageArgs| -> BoxFuture<'static, PageRead> {
        let (context, by) = (context.clone(), by.clone());
        async move {
            let after = args.after.as_deref().map(page::decode).transpose()?.unwrap_or_default();
            let first = usize::try_from(args.limit()).unwrap_or_default();
            let page =
                undo_rows(&context, &by, ReadUndo { id, list: UndoList::Conflicts, after, first }).await?;
            let next = page.rows.last().map(|(place, _)| page::encode(place)).filter(|_| page.more);
            let rows = page
                .rows
                .into_iter()
                .flat_map(|(_, row)| rows(entity, row.record, row.name, json!(row.outcome), row.conflicts));
            Ok((rows.collect(), next))
        }
        .boxed()
    };
    send(&app, &actor, conflicts("bulk-undo-conflicts", id, wanted.format), read).await
}

/// What the last undo left, and why, as a file: a row for each conflict.
#[utoipa::path(get, path = "/{id}/undo/left/file", operation_id = "download_what_undo_of_bulk_change_left", tag = "bulk-changes", params(("id" = Uuid, Path), ConflictsFileWanted), security(("bearer" = ["RECORDS_BULK"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn left_file(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Query(wanted): Query<ConflictsFileWanted>,
) -> ApiResult<Response> {
    let bulk = shown(&app, &actor, id).await?;
    may_take_out(&actor, entity_of(&bulk))?;
    let (context, by) = (app.context.clone(), actor.clone());
    let read = move |args: PageArgs| -> BoxFuture<'static, PageRead> {
        let (context, by) = (context.clone(), by.clone());
        async move {
            let page = left_rows(&context.log.pools.read, id, &args).await?;
            let next = page.rows.last().map(|(cursor, _)| cursor.clone()).filter(|_| page.has_next);
            let ids = page.rows.iter().map(|(_, row)| row.record_id).collect();
            let mut names = names(&context, &by, ids).await?;
            let rows = page.rows.into_iter().flat_map(|(_, row)| {
                rows(
                    row.entity,
                    row.record_id,
                    names.remove(&row.record_id),
                    json!(row.outcome),
                    row.conflicts,
                )
            });
            Ok((rows.collect(), next))
        }
        .boxed()
    };
    send(&app, &actor, conflicts("bulk-undo-left", id, wanted.format), read).await
}

fn conflicts(name: &'static str, id: Uuid, format: FileFormat) -> ListFile<'static> {
    ListFile { about_type: "bulk", about: id, name, sheet: "Left", columns: &CONFLICTS, format }
}

/// One without a conflict still stands in the file once.
fn rows(
    entity: Entity,
    id: Uuid,
    name: Option<String>,
    outcome: Value,
    conflicts: Vec<Conflict>,
) -> Vec<Vec<Value>> {
    let row = |field: Value, reason: Value, way_out: Value| {
        vec![json!(id), json!(name), outcome.clone(), field, reason, way_out]
    };
    if conflicts.is_empty() {
        return vec![row(Value::Null, Value::Null, Value::Null)];
    }
    let of = |conflict: Conflict| {
        let field = conflict.field.as_deref().map(|key| label_of(entity, key));
        row(json!(field), json!(conflict.reason), json!(conflict.reason.way_out()))
    };
    conflicts.into_iter().map(of).collect()
}

/// As they are called now, of those that may be seen.
async fn names(
    context: &Context,
    actor: &Actor,
    ids: Vec<Uuid>,
) -> Result<HashMap<Uuid, String>, QueryError> {
    let pool = &context.log.pools.read;
    let people = contacts::query::get_many(pool, actor, &ids).await?;
    let people = people.into_iter().filter_map(|row| Some((row.id, row.full_name.or(row.email)?)));
    let companies = accounts::query::get_many(pool, actor, &ids).await?;
    let companies = companies.into_iter().filter_map(|row| Some((row.id, row.name.or(row.domain)?)));
    Ok(people.chain(companies).collect())
}

fn entity_of(bulk: &BulkRow) -> Entity {
    if bulk.entity == Entity::Account.as_str() { Entity::Account } else { Entity::Contact }
}
