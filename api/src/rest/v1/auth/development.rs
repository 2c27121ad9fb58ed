//! `GET /api/v1/auth/development-logins`

use axum::Json;
use axum::extract::State;
use pivotal_commands::identity::development::LOGINS;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::errors::{ApiError, ApiResult, Problem};

#[derive(Debug, Serialize, ToSchema)]
pub struct DevelopmentLogin {
    pub email: &'static str,
    pub password: &'static str,
    pub role: String,
    pub name: &'static str,
}

/// Logins with known passwords, on a development server only.
#[utoipa::path(get, path = "/development-logins", tag = "auth", security(()), responses((status = 200, body = [DevelopmentLogin]), (status = 404, body = Problem)))]
pub async fn development_logins(State(app): State<App>) -> ApiResult<Json<Vec<DevelopmentLogin>>> {
    if !app.config.mode.is_development() {
        return Err(ApiError::not_found("address"));
    }
    let logins = LOGINS.iter().map(|login| DevelopmentLogin {
        email: login.email,
        password: login.password,
        role: login.role.as_str().to_ascii_uppercase(),
        name: login.name,
    });
    Ok(Json(logins.collect()))
}
