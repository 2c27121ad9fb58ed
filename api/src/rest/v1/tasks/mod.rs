//! Tasks over REST.

pub mod file;
pub mod read;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::create))
        .routes(routes!(file::file))
        .routes(routes!(read::get, write::change, write::delete))
        .routes(routes!(write::complete))
        .routes(routes!(write::cancel))
        .routes(routes!(write::reopen))
        .routes(routes!(write::restore))
}
