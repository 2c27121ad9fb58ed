//! Consents over REST: the register and its file; of a contact how it stands, recording, withdrawing, proofs.

pub mod file;
pub mod proof;
pub mod read;
pub mod types;
pub mod write;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::app::App;
use crate::errors::{ApiError, ApiResult};

/// Under `/consents`.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(read::list)).routes(routes!(file::file)).routes(routes!(read::one))
}

/// Under `/contacts`.
pub fn of_contacts() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        // The upload counts its bytes itself and says how many are allowed.
        .routes(routes!(proof::put, proof::get))
        .layer(DefaultBodyLimit::disable())
        .routes(routes!(read::of_contact, write::record))
        .routes(routes!(write::withdraw))
        .routes(routes!(write::take_back))
}

/// The ids of a path: what is no id is not found.
fn ids((contact, statement): (String, String)) -> ApiResult<(Uuid, Uuid)> {
    let id = |text: String| text.parse::<Uuid>().map_err(|_| ApiError::not_found("record"));
    Ok((id(contact)?, id(statement)?))
}
