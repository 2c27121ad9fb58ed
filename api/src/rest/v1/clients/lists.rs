//! List slots of a client: named, filled from a file, and taken out as one.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use futures::{StreamExt, TryStreamExt};
use pivotal_commands::authorise::authorise_all;
use pivotal_commands::error::CommandError;
use pivotal_commands::identity::clients::lists::{
    add_list, fill_list, remove_list, rename_list, restore_list, unfill_list,
};
use pivotal_domain::identity::clients::Client;
use pivotal_domain::identity::permission::Permission;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::types::{ClientKnown, Ids};
use super::write::answered;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::command::answer;
use crate::rest::v1::file::{StoredFile, send};
use crate::rest::v1::json::Json as Body;
use crate::rest::v1::page::{Id, Query};
use crate::run_command::run_command;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewClientList {
    /// The caller's to choose: a repeat makes no second list.
    #[serde(default)]
    pub id: Option<Uuid>,
    pub name: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClientListName {
    pub name: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct FileCalled {
    /// What the file is called; for showing only.
    pub file_name: Option<String>,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct FileSeen {
    /// What the upload answered.
    pub file_id: Uuid,
}

/// What became of a file.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ClientListFilled {
    /// Which file the list holds now: by it, it can be taken back.
    pub file_id: Uuid,
    /// Companies that the list holds now.
    pub entries: i64,
    /// Lines that named a company named before.
    pub repeated: usize,
    /// Lines that could not be read and were left out.
    pub refused_count: usize,
    /// The first 1,000 of them.
    pub refused: Vec<RefusedLine>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct RefusedLine {
    /// As a spreadsheet numbers it.
    pub line: u32,
    pub why: &'static str,
}

/// An empty list of companies.
#[utoipa::path(post, path = "/{id}/lists", operation_id = "add_client_list", tag = "clients", params(("id" = Uuid, Path)), request_body = NewClientList, security(("bearer" = ["CLIENTS_MANAGE"])), responses(
    (status = 201, body = ClientKnown), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn add(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Body(new): Body<NewClientList>,
) -> ApiResult<Response> {
    let (context, list) = (app.context.clone(), new.id.unwrap_or_else(Uuid::now_v7));
    let added = run_command(async move { add_list(&context, &actor, id, list, new.name).await }).await?;
    Ok(answered(StatusCode::CREATED, added))
}

/// Another name for a list.
#[utoipa::path(patch, path = "/{id}/lists/{listId}", operation_id = "rename_client_list", tag = "clients", params(("id" = Uuid, Path), ("listId" = Uuid, Path)), request_body = ClientListName, security(("bearer" = ["CLIENTS_MANAGE"])), responses(
    (status = 200, body = ClientKnown), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn rename(
    State(app): State<App>,
    Signed(actor): Signed,
    Ids(id, list): Ids,
    Body(ClientListName { name }): Body<ClientListName>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let renamed = run_command(async move { rename_list(&context, &actor, id, list, name).await }).await?;
    Ok(answered(StatusCode::OK, renamed))
}

/// Removes a list with all that it holds.
#[utoipa::path(delete, path = "/{id}/lists/{listId}", operation_id = "remove_client_list", tag = "clients", params(("id" = Uuid, Path), ("listId" = Uuid, Path)), security(("bearer" = ["CLIENTS_MANAGE"])), responses(
    (status = 200, body = ClientKnown), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn remove(
    State(app): State<App>,
    Signed(actor): Signed,
    Ids(id, list): Ids,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let removed = run_command(async move { remove_list(&context, &actor, id, list).await }).await?;
    Ok(answered(StatusCode::OK, removed))
}

/// Brings a removed list back, with all that it held. The last 20 can be.
#[utoipa::path(post, path = "/{id}/lists/{listId}/restore", operation_id = "restore_client_list", tag = "clients", params(("id" = Uuid, Path), ("listId" = Uuid, Path)), security(("bearer" = ["CLIENTS_MANAGE"])), responses(
    (status = 200, body = ClientKnown), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn restore(
    State(app): State<App>,
    Signed(actor): Signed,
    Ids(id, list): Ids,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let restored = run_command(async move { restore_list(&context, &actor, id, list).await }).await?;
    Ok(answered(StatusCode::OK, restored))
}

/// Takes the last file of a list back: it holds what it held before. Refused when it was filled again since.
#[utoipa::path(delete, path = "/{id}/lists/{listId}/file", operation_id = "unfill_client_list", tag = "clients", params(("id" = Uuid, Path), ("listId" = Uuid, Path), FileSeen), security(("bearer" = ["CLIENTS_MANAGE"])), responses(
    (status = 200, body = ClientKnown), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn unfill(
    State(app): State<App>,
    Signed(actor): Signed,
    Ids(id, list): Ids,
    Query(FileSeen { file_id }): Query<FileSeen>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let unfilled = run_command(async move { unfill_list(&context, &actor, id, list, file_id).await }).await?;
    Ok(answered(StatusCode::OK, unfilled))
}

/// Fills a list from a file of domains, company names or both (CSV or text, as the body), in the place of what it held. Lines that cannot
/// be read are refused by number.
#[utoipa::path(put, path = "/{id}/lists/{listId}/file", operation_id = "fill_client_list", tag = "clients", params(("id" = Uuid, Path), ("listId" = Uuid, Path), FileCalled), request_body(content = String, content_type = "text/csv"), security(("bearer" = ["CLIENTS_MANAGE"])), responses(
    (status = 200, body = ClientListFilled), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn fill(
    State(app): State<App>,
    Signed(actor): Signed,
    Ids(id, list): Ids,
    Query(FileCalled { file_name }): Query<FileCalled>,
    request: Request,
) -> ApiResult<Response> {
    let body = request.into_body().into_data_stream().map_err(std::io::Error::other).boxed();
    let (context, name) = (app.context.clone(), file_name.unwrap_or_default());
    let filled = run_command(async move { fill_list(&context, &actor, id, list, &name, body).await }).await?;
    let refused = filled.refused.into_iter().map(|one| RefusedLine { line: one.line, why: one.why });
    let body = ClientListFilled {
        file_id: filled.file,
        entries: filled.entries,
        repeated: filled.repeated,
        refused_count: filled.refused_count,
        refused: refused.collect(),
    };
    Ok(answer(StatusCode::OK, filled.done.position, body))
}

/// The companies of a list as CSV, as they were understood.
#[utoipa::path(get, path = "/{id}/lists/{listId}/file", operation_id = "download_client_list", tag = "clients", params(("id" = Uuid, Path), ("listId" = Uuid, Path)), security(("bearer" = ["CLIENTS_VIEW"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn download(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Ids(id, list): Ids,
) -> ApiResult<Response> {
    authorise_all(&actor, Permission::ClientsView)?;
    let client = app.context.log.load::<Client>(id).await.map_err(CommandError::from)?;
    let held = client.state.lists.get(&list).ok_or_else(|| ApiError::not_found("list"))?;
    let filling = held.filled.as_ref().ok_or_else(|| ApiError::not_found("file"))?;
    let name = format!("{}.csv", held.name);
    let file = StoredFile {
        about_type: "client",
        about: id,
        key: &filling.file_key,
        name: &name,
        content_type: "text/csv; charset=utf-8",
    };
    send(&app, &actor, file, &headers).await
}
