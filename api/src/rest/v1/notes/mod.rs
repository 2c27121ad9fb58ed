//! Notes over REST.

pub mod read;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::add))
        .routes(routes!(read::get, write::edit, write::delete))
        .routes(routes!(write::pin))
        .routes(routes!(write::unpin))
        .routes(routes!(write::restore))
}
