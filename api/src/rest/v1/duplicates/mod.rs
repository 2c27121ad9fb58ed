//! Likely duplicates and merges over REST.

pub mod file;
pub mod read;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list))
        .routes(routes!(read::standing))
        .routes(routes!(file::file))
        .routes(routes!(write::find))
        .routes(routes!(write::judge))
        .routes(routes!(write::merge_many))
}

pub fn merges() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(write::merge))
}
