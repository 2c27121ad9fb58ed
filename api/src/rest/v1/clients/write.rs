//! Adding clients, and changing what is known of them.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::execute::Executed;
use pivotal_commands::identity::clients::archive::{archive_client, restore_client};
use pivotal_commands::identity::clients::change::{assign_owner, change_client};
use pivotal_commands::identity::clients::create::{CreateClient, create_client};
use pivotal_commands::identity::clients::rename::rename_client;
use pivotal_domain::identity::clients as domain;
use pivotal_domain::identity::clients::details::Details;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::types::ClientKnown;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::json::Json as Body;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClientName {
    #[schema(example = "Norhavn")]
    pub name: String,
}

/// All details at once: what is absent or blank is none.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClientDetails {
    /// As it stands on contracts.
    #[serde(default)]
    pub legal_name: Option<String>,
    /// A web address or a domain.
    #[serde(default)]
    pub website: Option<String>,
    /// Two letters (ISO 3166), or a name.
    #[serde(default)]
    pub country: Option<String>,
    #[serde(default)]
    pub billing_reference: Option<String>,
    /// For operations; the client never sees it.
    #[serde(default)]
    pub note: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClientOwner {
    /// A user of ours; null: nobody.
    pub owner_id: Option<Uuid>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClientArchiveReason {
    #[serde(default)]
    pub reason: Option<String>,
}

/// A new client organisation.
#[utoipa::path(post, path = "", operation_id = "create_client", tag = "clients", request_body = ClientName, security(("bearer" = ["CLIENTS_MANAGE"])), responses(
    (status = 201, body = ClientKnown), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Body(ClientName { name }): Body<ClientName>,
) -> ApiResult<Response> {
    let input = CreateClient { name, idempotency_key: idempotency_key(&headers)? };
    let context = app.context.clone();
    let made = run_command(async move { create_client(&context, &actor, input).await }).await?;
    Ok(answered(StatusCode::CREATED, made))
}

/// Another name for a client.
#[utoipa::path(patch, path = "/{id}", operation_id = "rename_client", tag = "clients", params(("id" = Uuid, Path)), request_body = ClientName, security(("bearer" = ["CLIENTS_MANAGE"])), responses(
    (status = 200, body = ClientKnown), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn rename(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Body(ClientName { name }): Body<ClientName>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let renamed = run_command(async move { rename_client(&context, &actor, id, name).await }).await?;
    Ok(answered(StatusCode::OK, renamed))
}

/// What is known of a client besides its name, all at once.
#[utoipa::path(put, path = "/{id}/details", operation_id = "change_client", tag = "clients", params(("id" = Uuid, Path)), request_body = ClientDetails, security(("bearer" = ["CLIENTS_MANAGE"])), responses(
    (status = 200, body = ClientKnown), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn change(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Body(details): Body<ClientDetails>,
) -> ApiResult<Response> {
    let details = Details {
        legal_name: details.legal_name,
        website: details.website,
        country: details.country,
        billing_reference: details.billing_reference,
        note: details.note,
    };
    let context = app.context.clone();
    let changed = run_command(async move { change_client(&context, &actor, id, details).await }).await?;
    Ok(answered(StatusCode::OK, changed))
}

/// Who of ours looks after a client.
#[utoipa::path(put, path = "/{id}/owner", operation_id = "assign_client_owner", tag = "clients", params(("id" = Uuid, Path)), request_body = ClientOwner, security(("bearer" = ["CLIENTS_MANAGE"])), responses(
    (status = 200, body = ClientKnown), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn assign_owner_to(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Body(ClientOwner { owner_id }): Body<ClientOwner>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let assigned = run_command(async move { assign_owner(&context, &actor, id, owner_id).await }).await?;
    Ok(answered(StatusCode::OK, assigned))
}

/// It refuses new use and keeps everything; its users are signed out until it is restored.
#[utoipa::path(post, path = "/{id}/archive", operation_id = "archive_client", tag = "clients", params(("id" = Uuid, Path)), request_body = ClientArchiveReason, security(("bearer" = ["CLIENTS_MANAGE"])), responses(
    (status = 200, body = ClientKnown), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn archive(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Body(ClientArchiveReason { reason }): Body<ClientArchiveReason>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let archived = run_command(async move { archive_client(&context, &actor, id, reason).await }).await?;
    Ok(answered(StatusCode::OK, archived))
}

/// It takes part again, and its users may sign in.
#[utoipa::path(post, path = "/{id}/restore", operation_id = "restore_client", tag = "clients", params(("id" = Uuid, Path)), security(("bearer" = ["CLIENTS_MANAGE"])), responses(
    (status = 200, body = ClientKnown), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn restore(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let context = app.context.clone();
    let restored = run_command(async move { restore_client(&context, &actor, id).await }).await?;
    Ok(answered(StatusCode::OK, restored))
}

pub(super) fn answered(status: StatusCode, done: Executed<domain::Client>) -> Response {
    answer(status, done.position, ClientKnown::of(done.id, done.state))
}
