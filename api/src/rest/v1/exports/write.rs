//! Asking for an export, and cancelling it.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::audience::exports::cancel::cancel_export;
use pivotal_commands::audience::exports::start::start_export;
use pivotal_domain::audience::exports::events::{ExportFormat, Request, Restricted};
use pivotal_domain::audience::exports::list::{ListFilter, ListSort};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::exports::SPEC;
use pivotal_projections::audience::import_outcome::ImportOutcome;
use serde_json::{Value, json};
use uuid::Uuid;

use super::read::one;
use super::types::{Export, NewExport};
use crate::app::{App, Core};
use crate::asked;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, BAD_FILTER, FieldProblem, Problem, REJECTED};
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// Export a list. Small ones are ready at once; ask for the export until its state is no longer `running`.
#[utoipa::path(post, path = "", operation_id = "start_export", tag = "exports", request_body = NewExport, security(("bearer" = ["EXPORTS_VIEW"])), responses(
    (status = 201, body = Export), (status = 400, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn start(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<NewExport>,
) -> ApiResult<Response> {
    let (key, request) = (idempotency_key(&headers)?, request(&app, &actor, new).await?);
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { start_export(&context, &by, request, key.as_deref()).await }).await?;
    app.queue.wake();
    answered(&app, &actor, StatusCode::CREATED, done.id, done.position).await
}

/// Stop writing it. Nothing of the file is kept.
#[utoipa::path(post, path = "/{id}/cancel", operation_id = "cancel_export", tag = "exports", params(("id" = Uuid, Path)), security(("bearer" = ["EXPORTS_VIEW"])), responses(
    (status = 200, body = Export), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn cancel(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    run_command(async move { cancel_export(&context, &by, id).await }).await?;
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
    let export = one(app, actor, id).await?.ok_or_else(|| ApiError::not_found("export"))?;
    Ok(answer(status, position, export))
}

pub(in crate::rest::v1) async fn request(core: &Core, actor: &Actor, new: NewExport) -> ApiResult<Request> {
    let entity = match new.entity.to_ascii_lowercase().as_str() {
        "contact" => Entity::Contact,
        "account" => Entity::Account,
        other => return Err(refused("entity", format!("{other:?} is neither contact nor account."))),
    };
    let format = match new.format.to_ascii_lowercase().as_str() {
        "csv" => ExportFormat::Csv,
        "xlsx" => ExportFormat::Xlsx,
        "json" => ExportFormat::Json,
        other => return Err(refused("format", format!("{other:?} is none of csv, xlsx, json."))),
    };
    let restricted = match new.restricted.as_deref() {
        None | Some("leave_out") => Restricted::LeaveOut,
        Some("include") => Restricted::Include,
        Some(other) => {
            return Err(refused("restricted", format!("{other:?} is neither leave_out nor include.")));
        }
    };
    let filter = list_filter(core, actor, entity, new.filter).await?;
    let sort = new.sort.as_deref().map(|sort| match sort.strip_prefix('-') {
        Some(field) => ListSort { field: field.to_owned(), descending: true },
        None => ListSort { field: sort.to_owned(), descending: false },
    });
    Ok(Request {
        entity,
        format,
        columns: new.columns,
        sort: sort.unwrap_or_default(),
        filter: Some(Box::new(filter)),
        byte_order_mark: new.byte_order_mark.unwrap_or(false),
        restricted,
    })
}

/// A list's arguments, to be kept: archived ones are left out unless they are asked for.
pub async fn list_filter(
    core: &Core,
    actor: &Actor,
    entity: Entity,
    given: Option<Value>,
) -> ApiResult<ListFilter> {
    let filter = filter(given)?;
    asked::check_kept(&filter)?;
    asked::of_json(core, actor, entity, filter.condition.as_ref(), filter.time_zone.as_deref()).await?;
    Ok(filter)
}

fn filter(given: Option<Value>) -> ApiResult<ListFilter> {
    let mut given = given.filter(|given| !given.is_null()).unwrap_or_else(|| json!({}));
    if let Value::Object(given) = &mut given {
        given.entry("archived").or_insert(Value::Bool(false));
    }
    let filter: ListFilter = serde_json::from_value(given)
        .map_err(|error| ApiError::new(BAD_FILTER, format!("The filter cannot be read: {error}.")))?;
    if let Some(outcome) = &filter.import_outcome {
        outcome.parse::<ImportOutcome>()?;
    }
    Ok(filter)
}

fn refused(field: &str, message: String) -> ApiError {
    let mut error = ApiError::new(REJECTED, message.clone());
    error.errors.push(FieldProblem {
        code: "EXPORT_INVALID".into(),
        field: Some(field.into()),
        path: None,
        record_id: None,
        message,
    });
    error
}
