//! A client's own people over REST: they invite others to their organisation, and to nothing else.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::identity::invitations::colleagues::{
    invite_colleague, resend_to_colleague, revoke_of_colleague,
};
use pivotal_projections::identity::invitations::SPEC;
use pivotal_projections::identity::invitations::query::open_invitations_of;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::invitations::{Invitation, Invitations, answered, shown};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::json::Json as Body;
use crate::rest::v1::page::{Id, stale};
use crate::run_command::run_command;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, invite)).routes(routes!(resend)).routes(routes!(revoke))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewColleague {
    #[schema(example = "ada@example.com")]
    pub email: String,
}

/// Open invitations to one's own organisation, the newest first.
#[utoipa::path(get, path = "/invitations", operation_id = "list_colleague_invitations", tag = "colleagues", security(("bearer" = ["COLLEAGUES_INVITE"])), responses(
    (status = 200, body = Invitations), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
) -> ApiResult<Json<Invitations>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let now = app.context.now();
    let rows = match actor.client_id {
        Some(client) => open_invitations_of(&app.context.log.pools.read, &actor, client).await?,
        // Who belongs to no client has no colleagues there.
        None => Vec::new(),
    };
    Ok(Json(Invitations { items: rows.into_iter().map(|row| shown(row, now)).collect() }))
}

/// Ask somebody by mail to join one's own organisation. The link in it is good once, for a week.
#[utoipa::path(post, path = "/invitations", operation_id = "invite_colleague", tag = "colleagues", request_body = NewColleague, security(("bearer" = ["COLLEAGUES_INVITE"])), responses(
    (status = 201, body = Invitation), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn invite(
    State(app): State<App>,
    Signed(actor): Signed,
    Body(NewColleague { email }): Body<NewColleague>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let sent = run_command(async move { invite_colleague(&context, &actor, email).await }).await?;
    Ok(answered(&app, StatusCode::CREATED, sent))
}

/// Send it once more, with a new link and a new week; the links of the mails before are void.
#[utoipa::path(post, path = "/invitations/{id}/resend", operation_id = "resend_colleague_invitation", tag = "colleagues", params(("id" = Uuid, Path)), security(("bearer" = ["COLLEAGUES_INVITE"])), responses(
    (status = 200, body = Invitation), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn resend(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let context = app.context.clone();
    let sent = run_command(async move { resend_to_colleague(&context, &actor, id).await }).await?;
    Ok(answered(&app, StatusCode::OK, sent))
}

/// Take it back: its links are void at once.
#[utoipa::path(post, path = "/invitations/{id}/revoke", operation_id = "revoke_colleague_invitation", tag = "colleagues", params(("id" = Uuid, Path)), security(("bearer" = ["COLLEAGUES_INVITE"])), responses(
    (status = 200, body = Invitation), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn revoke(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let context = app.context.clone();
    let revoked = run_command(async move { revoke_of_colleague(&context, &actor, id).await }).await?;
    Ok(answered(&app, StatusCode::OK, revoked))
}
