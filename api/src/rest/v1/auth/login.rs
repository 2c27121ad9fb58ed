//! `POST /api/v1/auth/login`

use axum::extract::State;
use axum::response::Response;

use super::types::{Credentials, Session, signed_in};
use crate::app::App;
use crate::auth::origin::From;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::json::Json;
use crate::run_command::run_command;

/// Sign in with email and password.
///
/// Who has a second step on gets SECOND_STEP_NEEDED, and asks again with `code` beside the same email and password. Eight wrong
/// tries (of either) within 15 minutes lock an account for as long; sixty an address.
#[utoipa::path(post, path = "/login", tag = "auth", security(()), request_body = Credentials, responses(
    (status = 200, body = Session), (status = 401, body = Problem), (status = 403, body = Problem), (status = 429, body = Problem)))]
pub async fn login(
    State(app): State<App>,
    From(origin): From,
    Json(credentials): Json<Credentials>,
) -> ApiResult<Response> {
    let sessions = app.sessions.clone();
    let signed = run_command(async move {
        let Credentials { email, password, code } = credentials;
        sessions.login_with(&email, password, code.as_deref(), &origin).await
    })
    .await?;
    Ok(signed_in(&app, signed))
}
