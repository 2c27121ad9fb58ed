//! `POST /api/v1/auth/logout`

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::auth::cookie;
use crate::auth::csrf::OwnPage;
use crate::auth::origin::From;
use crate::errors::ApiResult;
use crate::run_command::run_command;

/// End the session of the refresh cookie. A repeat is fine. Needs the header `x-pivotal-csrf: 1`.
#[utoipa::path(post, path = "/logout", tag = "auth", security(()),
    params(("x-pivotal-csrf" = String, Header, description = "1")), responses((status = 204)))]
pub async fn logout(
    State(app): State<App>,
    _: OwnPage,
    From(origin): From,
    headers: HeaderMap,
) -> ApiResult<Response> {
    if let Some(token) = cookie::read(&headers) {
        let sessions = app.sessions.clone();
        run_command(async move { sessions.logout(&token, &origin).await }).await?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    cookie::insert(response.headers_mut(), cookie::clear(app.config.server.is_https()));
    Ok(response)
}
