//! Whether the process lives, and whether it can do its work.

use axum::Json;
use axum::extract::State;
use serde::Serialize;

use crate::app::App;
use crate::errors::{ApiError, UNAVAILABLE};

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Health {
    pub status: &'static str,
    pub version: &'static str,
}

const OK: Health = Health { status: "ok", version: env!("CARGO_PKG_VERSION") };

/// The process answers.
#[utoipa::path(get, path = "/health", tag = "operations", security(()), responses((status = 200, body = Health)))]
pub async fn health() -> Json<Health> {
    Json(OK)
}

/// The process can reach its database.
#[utoipa::path(get, path = "/ready", tag = "operations", security(()), responses((status = 200, body = Health), (status = 503, body = crate::errors::Problem)))]
pub async fn ready(State(app): State<App>) -> Result<Json<Health>, ApiError> {
    match pivotal_log::reader::head_of(&app.context.log.pools.read).await {
        Ok(_) if !app.stopping.is_cancelled() => Ok(Json(OK)),
        Ok(_) => Err(ApiError::new(UNAVAILABLE, "This process is stopping.")),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            Err(ApiError {
                retry_after: Some(2),
                ..ApiError::new(UNAVAILABLE, "The database cannot be reached.")
            })
        }
    }
}
