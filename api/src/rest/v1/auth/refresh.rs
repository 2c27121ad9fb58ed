//! `POST /api/v1/auth/refresh`

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::types::{Session, signed_in};
use crate::app::App;
use crate::auth::cookie;
use crate::auth::csrf::OwnPage;
use crate::auth::origin::From;
use crate::errors::{ApiError, ApiResult, Problem, UNAUTHENTICATED};
use crate::run_command::run_command;

/// Trade the refresh cookie for a new access token and a new cookie.
///
/// Each cookie is good once; a second use ends the session everywhere. Needs the header `x-pivotal-csrf: 1`.
#[utoipa::path(post, path = "/refresh", tag = "auth", security(()),
    params(("x-pivotal-csrf" = String, Header, description = "1")),
    responses((status = 200, body = Session), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn refresh(
    State(app): State<App>,
    _: OwnPage,
    From(origin): From,
    headers: HeaderMap,
) -> ApiResult<Response> {
    let token = cookie::read(&headers).ok_or_else(ApiError::unauthenticated)?;
    let sessions = app.sessions.clone();
    match run_command(async move { sessions.refresh(&token, &origin).await }).await {
        Ok(signed) => Ok(signed_in(&app, signed)),
        Err(error) => {
            let over = error.code == UNAUTHENTICATED;
            let mut response = error.into_response();
            if over {
                cookie::insert(response.headers_mut(), cookie::clear(app.config.server.is_https()));
            }
            Ok(response)
        }
    }
}
