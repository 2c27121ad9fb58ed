//! Segments over REST: define, preview, read members, make lists of them, refresh, archive.

pub mod breakdown;
pub mod convert;
pub mod read;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::create))
        .routes(routes!(read::preview))
        .routes(routes!(read::breakdown))
        .routes(routes!(read::reach))
        .routes(routes!(read::get, write::change))
        .routes(routes!(read::run))
        .routes(routes!(read::members))
        .routes(routes!(read::history))
        .routes(routes!(convert::to_list))
        .routes(routes!(write::refresh))
        .routes(routes!(write::archive))
        .routes(routes!(write::restore))
}
