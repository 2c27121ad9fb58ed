//! Mapping, starting and cancelling an import.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use pivotal_commands::audience::imports::cancel::cancel_import;
use pivotal_commands::audience::imports::map::{MapImport, map_import};
use pivotal_commands::audience::imports::preview::start::preview_import;
use pivotal_commands::audience::imports::sheets::choose_sheet;
use pivotal_commands::audience::imports::start::start_import;
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::imports::mapping::{ColumnMapping, MappedEntity};
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::imports::SPEC;
use serde_json::json;
use uuid::Uuid;

use super::read::one;
use super::types::{Afterwards, Column, Import, Mapping, Sheet};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, FieldProblem, Problem, REJECTED};
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::answer;
use crate::rest::v1::json::Json;
use crate::rest::v1::page::{Id, Query};
use crate::run_command::run_command;

/// Say which column fills which field, and how.
#[utoipa::path(put, path = "/{id}/mapping", tag = "imports", params(("id" = Uuid, Path)), request_body = Mapping, security(("bearer" = ["IMPORTS_RUN"])), responses(
    (status = 200, body = Import), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn map(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(mapping): Json<Mapping>,
) -> ApiResult<Response> {
    let columns = mapping.mapping.into_iter().map(column).collect::<ApiResult<Vec<_>>>()?;
    let kind = match mapping.kind.as_deref().map(str::parse::<ImportKind>) {
        None => ImportKind::Both,
        Some(Ok(kind)) => kind,
        Some(Err(unknown)) => return Err(refused("kind", unknown.to_string())),
    };
    let (name, default_country, supplied_by) = (mapping.name, mapping.default_country, mapping.supplied_by);
    let input = MapImport { id, name, default_country, mapping: columns, kind, supplied_by };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { map_import(&context, &by, input).await }).await?;
    answered(&app, &actor, id, done.position).await
}

/// Start the run. It goes on when the connection is closed; follow it by asking for the import. With `verifyEmails`, the emails of the
/// contacts it made or changed are verified when it has ended, for which EMAILS_VERIFY is needed too.
#[utoipa::path(post, path = "/{id}/start", tag = "imports", params(("id" = Uuid, Path), Afterwards), security(("bearer" = ["IMPORTS_RUN"])), responses(
    (status = 200, body = Import), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn start(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Query(afterwards): Query<Afterwards>,
) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let verify = afterwards.verify_emails;
    let done = run_command(async move { start_import(&context, &by, id, verify).await }).await?;
    app.queue.wake();
    answered(&app, &actor, id, done.position).await
}

/// Run the whole file without writing anything. Follow `preview` of the import; its lists open when it is done.
#[utoipa::path(post, path = "/{id}/preview", tag = "imports", params(("id" = Uuid, Path)), security(("bearer" = ["IMPORTS_RUN"])), responses(
    (status = 200, body = Import), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn preview(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { preview_import(&context, &by, id).await }).await?;
    app.queue.wake();
    answered(&app, &actor, id, done.position).await
}

/// Take another sheet of an uploaded workbook. What was mapped is forgotten.
#[utoipa::path(put, path = "/{id}/sheet", tag = "imports", params(("id" = Uuid, Path)), request_body = Sheet, security(("bearer" = ["IMPORTS_RUN"])), responses(
    (status = 200, body = Import), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn sheet(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(sheet): Json<Sheet>,
) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { choose_sheet(&context, &by, id, &sheet.sheet).await }).await?;
    answered(&app, &actor, id, done.position).await
}

/// Stop after the chunk that is being written. What is in stays; the rest is counted as not run.
#[utoipa::path(post, path = "/{id}/cancel", tag = "imports", params(("id" = Uuid, Path)), security(("bearer" = ["IMPORTS_RUN"])), responses(
    (status = 200, body = Import), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn cancel(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    run_command(async move { cancel_import(&context, &by, id).await }).await?;
    answered(&app, &actor, id, None).await
}

pub(super) async fn answered(
    app: &App,
    actor: &Actor,
    id: Uuid,
    position: Option<i64>,
) -> ApiResult<Response> {
    if let Some(position) = position {
        stale_at(app, &[SPEC.name], position).await?;
    }
    let import = one(app, actor, id).await?.ok_or_else(|| ApiError::not_found("import"))?;
    Ok(answer(StatusCode::OK, position, import))
}

pub(super) async fn answered_new(
    app: &App,
    actor: &Actor,
    id: Uuid,
    position: Option<i64>,
) -> ApiResult<Response> {
    if let Some(position) = position
        && stale_at(app, &[SPEC.name], position).await?
    {
        return Ok(answer(StatusCode::ACCEPTED, Some(position), json!({ "id": id })));
    }
    let import = one(app, actor, id).await?.ok_or_else(|| ApiError::not_found("import"))?;
    Ok(answer(StatusCode::CREATED, position, import))
}

fn column(column: Column) -> ApiResult<ColumnMapping> {
    let entity = match column.entity.to_ascii_lowercase().as_str() {
        "contact" => MappedEntity::Contact,
        "account" => MappedEntity::Account,
        other => return Err(refused("entity", format!("{other:?} is neither contact nor account."))),
    };
    let rule = match column.rule.as_deref().map(str::to_ascii_lowercase).as_deref() {
        None | Some("by_source") => WriteRule::BySource,
        Some("fill_empty") => WriteRule::FillEmpty,
        Some("overwrite") => WriteRule::Overwrite,
        Some("never") => WriteRule::Never,
        Some(other) => {
            return Err(refused(
                "rule",
                format!("{other:?} is no rule. Choose by_source, fill_empty, overwrite or never."),
            ));
        }
    };
    Ok(ColumnMapping { column: column.column, entity, field: column.field, rule })
}

fn refused(field: &str, message: String) -> ApiError {
    let mut error = ApiError::new(REJECTED, message.clone());
    error.errors.push(FieldProblem {
        code: "MAPPING_INVALID".into(),
        field: Some(field.into()),
        path: None,
        record_id: None,
        message,
    });
    error
}
