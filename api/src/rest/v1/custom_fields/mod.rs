//! Custom fields over REST: list, define, change, archive, restore.

pub mod read;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::define))
        .routes(routes!(write::change))
        .routes(routes!(write::archive))
        .routes(routes!(write::restore))
}
