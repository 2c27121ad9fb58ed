//! Invitations over REST. Accepting stands with the auth routes: whoever does it is not signed in.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use chrono::{DateTime, Utc};
use pivotal_commands::execute::Executed;
use pivotal_commands::identity::invitations::revoke::revoke_invitation;
use pivotal_commands::identity::invitations::send::{SendInvitation, resend_invitation, send_invitation};
use pivotal_domain::identity::invitations as domain;
use pivotal_domain::identity::role::UnknownRole;
use pivotal_projections::identity::invitations::query::InvitationRow;
use pivotal_projections::identity::invitations::{SPEC, query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, BAD_REQUEST, Problem};
use crate::graphql::identity::invitations::types::InvitationState;
use crate::rest::v1::command::answer;
use crate::rest::v1::json::Json as Body;
use crate::rest::v1::page::{Id, stale};
use crate::run_command::run_command;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, send)).routes(routes!(resend)).routes(routes!(revoke))
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Invitation {
    pub id: Uuid,
    pub email: String,
    #[schema(example = "AGENT")]
    pub role: String,
    /// OPEN, EXPIRED, ACCEPTED, REVOKED.
    pub state: String,
    pub client_id: Option<Uuid>,
    pub team_ids: Vec<Uuid>,
    pub expires_at: DateTime<Utc>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewInvitation {
    #[schema(example = "ada@example.com")]
    pub email: String,
    #[schema(example = "AGENT")]
    pub role: String,
    /// For client users, and only for them.
    #[serde(default)]
    pub client_id: Option<Uuid>,
    #[serde(default)]
    pub team_ids: Vec<Uuid>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Invitations {
    pub items: Vec<Invitation>,
}

/// The newest 500 invitations, the newest first.
#[utoipa::path(get, path = "", operation_id = "list_invitations", tag = "invitations", security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 200, body = Invitations), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
) -> ApiResult<Json<Invitations>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let (rows, now) = (query::invitations(&app.context.log.pools.read, &actor).await?, app.context.now());
    Ok(Json(Invitations { items: rows.into_iter().map(|row| shown(row, now)).collect() }))
}

pub(super) fn shown(row: InvitationRow, now: DateTime<Utc>) -> Invitation {
    Invitation {
        id: row.id,
        email: row.email,
        role: row.role.as_str().to_ascii_uppercase(),
        state: word(InvitationState::of(&row.standing, row.expires_at, now)),
        client_id: row.client_id,
        team_ids: row.team_ids,
        expires_at: row.expires_at,
    }
}

/// Ask somebody by mail to join. The link in it is good once, for a week.
#[utoipa::path(post, path = "", operation_id = "send_invitation", tag = "invitations", request_body = NewInvitation, security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 201, body = Invitation), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn send(
    State(app): State<App>,
    Signed(actor): Signed,
    Body(new): Body<NewInvitation>,
) -> ApiResult<Response> {
    let role =
        new.role.parse().map_err(|error: UnknownRole| ApiError::new(BAD_REQUEST, error.to_string()))?;
    let input = SendInvitation { email: new.email, role, client_id: new.client_id, team_ids: new.team_ids };
    let context = app.context.clone();
    let sent = run_command(async move { send_invitation(&context, &actor, input).await }).await?;
    Ok(answered(&app, StatusCode::CREATED, sent))
}

/// Send it once more, with a new link and a new week; the links of the mails before are void.
#[utoipa::path(post, path = "/{id}/resend", operation_id = "resend_invitation", tag = "invitations", params(("id" = Uuid, Path)), security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 200, body = Invitation), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn resend(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let context = app.context.clone();
    let sent = run_command(async move { resend_invitation(&context, &actor, id).await }).await?;
    Ok(answered(&app, StatusCode::OK, sent))
}

/// Take it back: its links are void at once.
#[utoipa::path(post, path = "/{id}/revoke", operation_id = "revoke_invitation", tag = "invitations", params(("id" = Uuid, Path)), security(("bearer" = ["USERS_MANAGE"])), responses(
    (status = 200, body = Invitation), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn revoke(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let context = app.context.clone();
    let revoked = run_command(async move { revoke_invitation(&context, &actor, id).await }).await?;
    Ok(answered(&app, StatusCode::OK, revoked))
}

pub(super) fn answered(app: &App, status: StatusCode, done: Executed<domain::Invitation>) -> Response {
    let state = done.state;
    // It has mails waiting that were asked for just now.
    app.queue.wake();
    let body = Invitation {
        id: done.id,
        state: word(InvitationState::of(state.standing.as_str(), state.expires_at, app.context.now())),
        email: state.email,
        role: state.role.map(|role| role.as_str().to_ascii_uppercase()).unwrap_or_default(),
        client_id: state.client_id,
        team_ids: state.teams,
        expires_at: state.expires_at,
    };
    answer(status, done.position, body)
}

fn word(state: InvitationState) -> String {
    match state {
        InvitationState::Open => "OPEN",
        InvitationState::Expired => "EXPIRED",
        InvitationState::Accepted => "ACCEPTED",
        InvitationState::Revoked => "REVOKED",
    }
    .to_owned()
}
