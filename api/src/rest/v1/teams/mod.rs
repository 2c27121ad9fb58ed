//! Teams over REST: the list, one with who is in it, and its history.

pub mod members;
pub mod read;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::create))
        .routes(routes!(read::one, write::rename))
        .routes(routes!(read::history))
        .routes(routes!(write::archive))
        .routes(routes!(write::restore))
        .routes(routes!(members::list))
        .routes(routes!(members::add, members::remove))
}
