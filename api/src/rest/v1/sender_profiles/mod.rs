//! Sender profiles and brands over REST.

pub mod brands;
pub mod read;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::create))
        .routes(routes!(read::accounts))
        .routes(routes!(read::one, write::change))
        .routes(routes!(read::history))
        .routes(routes!(write::archive))
        .routes(routes!(write::restore))
        .routes(routes!(write::check))
}

pub fn brands() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(brands::list, brands::create))
        .routes(routes!(brands::one, brands::change))
        .routes(routes!(brands::history))
        .routes(routes!(brands::set_default))
        .routes(routes!(brands::archive))
        .routes(routes!(brands::restore))
}
