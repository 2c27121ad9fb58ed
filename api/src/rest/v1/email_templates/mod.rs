//! Email templates over REST: written, previewed, submitted, approved.

pub mod read;
pub mod review;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::create))
        .routes(routes!(read::merge_tags))
        .routes(routes!(read::preview))
        .routes(routes!(read::get, write::update))
        .routes(routes!(read::content, write::save))
        .routes(routes!(read::versions))
        .routes(routes!(read::history))
        .routes(routes!(write::archive))
        .routes(routes!(write::restore))
        .routes(routes!(write::send_test))
        .routes(routes!(review::submit))
        .routes(routes!(review::approve))
        .routes(routes!(review::give_back))
}
