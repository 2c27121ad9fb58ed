//! Where one is signed in: `GET /api/v1/auth/sessions`, and ending them.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::app::App;
use crate::auth::session::InSession;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// A browser or program that you are signed in with.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OpenSession {
    pub id: Uuid,
    pub created_at: DateTime<Utc>,
    pub last_used_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub user_agent: Option<String>,
    pub ip: Option<String>,
    /// The one this is asked in.
    pub current: bool,
}

/// Where you are signed in, the latest used first.
#[utoipa::path(get, path = "/sessions", operation_id = "list_sessions", tag = "auth", security(("bearer" = ["IN_PERSON"])), responses(
    (status = 200, body = [OpenSession]), (status = 401, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    InSession(current): InSession,
) -> ApiResult<Json<Vec<OpenSession>>> {
    let sessions = app.sessions.list_own(&actor).await?;
    let shown = sessions.into_iter().map(|session| OpenSession {
        current: session.id == current,
        id: session.id,
        created_at: session.created_at,
        last_used_at: session.last_used_at,
        expires_at: session.expires_at,
        user_agent: session.user_agent,
        ip: session.ip,
    });
    Ok(Json(shown.collect()))
}

/// End one of your sessions, wherever it is. A repeat is fine.
#[utoipa::path(delete, path = "/sessions/{id}", operation_id = "end_session", tag = "auth", params(("id" = Uuid, Path)), security(("bearer" = ["IN_PERSON"])), responses(
    (status = 204), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub async fn end(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<StatusCode> {
    let sessions = app.sessions.clone();
    run_command(async move { sessions.revoke_own(&actor, id).await }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// End all your sessions but this one.
#[utoipa::path(delete, path = "/sessions", operation_id = "end_other_sessions", tag = "auth", security(("bearer" = ["IN_PERSON"])), responses(
    (status = 204), (status = 401, body = Problem)))]
pub async fn end_others(
    State(app): State<App>,
    Signed(actor): Signed,
    InSession(current): InSession,
) -> ApiResult<StatusCode> {
    let sessions = app.sessions.clone();
    run_command(async move { sessions.revoke_others(&actor, current).await }).await?;
    Ok(StatusCode::NO_CONTENT)
}
