//! A list as a file: an export of its members, like any other.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::audience::exports::start::start_export;
use pivotal_domain::audience::exports::list::InLists;
use serde_json::json;

use super::types::NewListExport;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::audience::lists::query::shown;
use crate::rest::v1::command::idempotency_key;
use crate::rest::v1::exports::types::{Export, NewExport};
use crate::rest::v1::exports::write::{answered, request};
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// Export the members of a list, archived ones too. Small ones are ready at once; ask for the export until its state is no longer
/// `running`.
#[utoipa::path(post, path = "/{id}/export", operation_id = "export_record_list", tag = "lists", params(("id" = Uuid, Path)), request_body = NewListExport, security(("bearer" = ["EXPORTS_VIEW"])), responses(
    (status = 201, body = Export), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn start(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Json(new): Json<NewListExport>,
) -> ApiResult<Response> {
    let key = idempotency_key(&headers)?;
    let list = shown(&app, &actor, id).await?;
    let in_lists = InLists { any: vec![id], as_of: new.as_of, ..InLists::default() };
    let in_lists = serde_json::to_value(in_lists).map_err(|error| ApiError::internal(&error))?;
    let new = NewExport {
        entity: list.entity,
        format: new.format,
        columns: new.columns,
        sort: new.sort,
        filter: Some(json!({ "inLists": in_lists, "archived": null })),
        byte_order_mark: new.byte_order_mark,
        restricted: new.restricted,
    };
    let request = request(&app, &actor, new).await?;
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { start_export(&context, &by, request, key.as_deref()).await }).await?;
    app.queue.wake();
    answered(&app, &actor, StatusCode::CREATED, done.id, done.position).await
}
