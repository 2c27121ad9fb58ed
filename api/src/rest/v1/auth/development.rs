//! `GET /api/v1/auth/development-logins`

use axum::Json;
use axum::extract::State;
use pivotal_commands::identity::development::LOGINS;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;

#[derive(Debug, Serialize, ToSchema)]
pub struct DevelopmentLogin {
    pub email: &'static str,
    pub password: &'static str,
    pub role: String,
    pub name: &'static str,
}

/// Logins with known passwords. None but on a development server, which is no error: every sign-in asks.
#[utoipa::path(get, path = "/development-logins", tag = "auth", security(()), responses((status = 200, body = [DevelopmentLogin])))]
pub async fn development_logins(State(app): State<App>) -> Json<Vec<DevelopmentLogin>> {
    let shown = LOGINS.iter().filter(|_| app.config.mode.is_development());
    let logins = shown.map(|login| DevelopmentLogin {
        email: login.email,
        password: login.password,
        role: login.role.as_str().to_ascii_uppercase(),
        name: login.name,
    });
    Json(logins.collect())
}
