//! Viewing as a client: begun with a reason, over after half an hour. Requests then name the client in `x-pivotal-view-as`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use pivotal_commands::identity::clients::view::{begin_view, end_view};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::command::answer;
use crate::rest::v1::json::Json as Body;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClientViewReason {
    /// Kept in the client's history.
    #[schema(example = "They cannot find their leads")]
    pub reason: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ClientView {
    /// When it is over by itself; absent: it is over.
    pub until: Option<DateTime<Utc>>,
}

/// Begins to view as a client. Not with an API key.
#[utoipa::path(post, path = "/{id}/view", operation_id = "begin_client_view", tag = "clients", params(("id" = Uuid, Path)), request_body = ClientViewReason, security(("bearer" = ["CLIENTS_VIEW_AS"])), responses(
    (status = 200, body = ClientView), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn begin(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Body(ClientViewReason { reason }): Body<ClientViewReason>,
) -> ApiResult<Response> {
    let (context, viewer) = (app.context.clone(), actor.user_id);
    let begun = run_command(async move { begin_view(&context, &actor, id, reason).await }).await?;
    let until = begun.state.viewed_until(viewer, app.context.now());
    Ok(answer(StatusCode::OK, begun.position, ClientView { until }))
}

/// Leaves the view. Sent without the header: who views as a client changes nothing.
#[utoipa::path(delete, path = "/{id}/view", operation_id = "end_client_view", tag = "clients", params(("id" = Uuid, Path)), security(("bearer" = ["CLIENTS_VIEW_AS"])), responses(
    (status = 200, body = ClientView), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn end(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let context = app.context.clone();
    let ended = run_command(async move { end_view(&context, &actor, id).await }).await?;
    Ok(answer(StatusCode::OK, ended.position, ClientView { until: None }))
}
