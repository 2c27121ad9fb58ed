//! Suggested industries over REST: the list, asking for them, accepting, rejecting.

pub mod read;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::suggest))
        .routes(routes!(write::accept_all))
        .routes(routes!(write::reject_all))
        .routes(routes!(read::get))
        .routes(routes!(write::accept))
        .routes(routes!(write::reject))
        .routes(routes!(write::reopen))
}
