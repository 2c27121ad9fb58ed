//! Lists of records over REST: made, filled, combined, copied, exported.

pub mod export;
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
        .routes(routes!(write::combine))
        .routes(routes!(read::get, write::update))
        .routes(routes!(write::archive))
        .routes(routes!(write::restore))
        .routes(routes!(write::snapshot))
        .routes(routes!(read::members, members::add))
        .routes(routes!(members::remove))
        .routes(routes!(read::history))
        .routes(routes!(members::undo))
        .routes(routes!(export::start))
}
