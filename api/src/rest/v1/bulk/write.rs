//! Counting what a bulk change would find, asking for one, and cancelling it.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::audience::bulk::cancel::cancel_bulk;
use pivotal_commands::audience::bulk::start::start_bulk;
use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::bulk::events::{Asked, Selection};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::bulk::SPEC;
use serde_json::json;
use uuid::Uuid;

use super::types::{Bulk, BulkCount, BulkSelection, NewBulk};
use crate::app::{App, Core};
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, FieldProblem, Problem, REJECTED};
use crate::graphql::audience::bulk::input::{but_for, counted};
use crate::graphql::audience::bulk::query::shown;
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::exports::write::list_filter;
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// How many records a selection means now, and how many of them your role may not change.
#[utoipa::path(post, path = "/preview", operation_id = "preview_bulk_change", tag = "bulk-changes", request_body = BulkSelection, security(("bearer" = ["RECORDS_BULK"])), responses(
    (status = 200, body = BulkCount), (status = 400, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn count(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(selection): Json<BulkSelection>,
) -> ApiResult<axum::Json<BulkCount>> {
    let (entity, selection) = read(&app, &actor, selection).await?;
    let counted = counted(&app, &actor, entity, selection).await?;
    Ok(axum::Json(BulkCount {
        matching: counted.matching,
        out_of_reach: counted.out_of_reach,
        archived: counted.archived,
    }))
}

/// One action on many records, as a job. Which records they are is settled when it begins; ask for it until its state is neither
/// `asked` nor `running`.
#[utoipa::path(post, path = "", operation_id = "start_bulk_change", tag = "bulk-changes", request_body = NewBulk, security(("bearer" = ["RECORDS_BULK"])), responses(
    (status = 201, body = Bulk), (status = 400, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn start(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<NewBulk>,
) -> ApiResult<Response> {
    let key = idempotency_key(&headers)?;
    let action: BulkAction = serde_json::from_value(new.action)
        .map_err(|error| refused("action", format!("The action cannot be read: {error}.")))?;
    let (entity, selection) = read(&app, &actor, new.selection).await?;
    let asked = Asked::new(entity, action, selection, new.expected);
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { start_bulk(&context, &by, asked, key.as_deref()).await }).await?;
    app.queue.wake();
    answered(&app, &actor, StatusCode::CREATED, done.id, done.position).await
}

/// Stop after the chunk that is being written. What is changed stays so, and can be undone.
#[utoipa::path(post, path = "/{id}/cancel", operation_id = "cancel_bulk_change", tag = "bulk-changes", params(("id" = Uuid, Path)), security(("bearer" = ["RECORDS_BULK"])), responses(
    (status = 200, body = Bulk), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn cancel(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    run_command(async move { cancel_bulk(&context, &by, id).await }).await?;
    app.queue.wake();
    answered(&app, &actor, StatusCode::OK, id, None).await
}

pub(in crate::rest::v1) async fn answered(
    app: &App,
    actor: &Actor,
    status: StatusCode,
    id: Uuid,
    position: Option<i64>,
) -> ApiResult<Response> {
    if let Some(position) = position
        && stale_at(app, &[SPEC.name], position).await?
    {
        return Ok(answer(StatusCode::ACCEPTED, Some(position), json!({ "id": id })));
    }
    Ok(answer(status, position, Bulk::from(shown(app, actor, id).await?)))
}

/// Which kind of record.
pub(in crate::rest::v1) fn entity_of(name: &str) -> ApiResult<Entity> {
    match name.to_ascii_lowercase().as_str() {
        "contact" => Ok(Entity::Contact),
        "account" => Ok(Entity::Account),
        other => Err(refused("entity", format!("{other:?} is neither contact nor account."))),
    }
}

pub(in crate::rest::v1) async fn read(
    core: &Core,
    actor: &Actor,
    selection: BulkSelection,
) -> ApiResult<(Entity, Selection)> {
    let entity = entity_of(&selection.entity)?;
    let selection = match selection.ids {
        Some(ids) => Selection::Ids(but_for(ids, &selection.except)),
        None => {
            let mut filter = list_filter(core, actor, entity, selection.filter).await?;
            filter.except.extend(selection.except);
            Selection::Matching(Box::new(filter))
        }
    };
    Ok((entity, selection))
}

fn refused(field: &str, message: String) -> ApiError {
    let mut error = ApiError::new(REJECTED, message.clone());
    error.errors.push(FieldProblem {
        record_id: None,
        code: "BULK_INVALID".into(),
        field: Some(field.into()),
        path: None,
        message,
    });
    error
}
