//! Version 1.

pub mod auth;
pub mod json;

use utoipa_axum::router::OpenApiRouter;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().nest("/auth", auth::router())
}
