//! Carrier look-ups over REST: ask, follow, cancel.

pub mod read;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::start))
        .routes(routes!(read::assess))
        .routes(routes!(read::get))
        .routes(routes!(read::contacts))
        .routes(routes!(write::cancel))
}
