//! Snippets over REST: words of a brand that templates name.

pub mod read;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::create))
        .routes(routes!(read::get, write::save))
        .routes(routes!(read::versions))
        .routes(routes!(read::history))
        .routes(routes!(write::archive))
        .routes(routes!(write::restore))
}
