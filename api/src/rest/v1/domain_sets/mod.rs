//! Domain sets over REST: in as a file or as text, matched by a job, out as items, people and a file.

pub mod convert;
pub mod file;
pub mod read;
pub mod take_in;
pub mod types;
pub mod write;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        // The upload counts its bytes itself and says how many are allowed.
        .routes(routes!(take_in::upload, read::list))
        .layer(DefaultBodyLimit::disable())
        .routes(routes!(read::one, write::update, write::archive))
        .routes(routes!(write::restore))
        .routes(routes!(write::process))
        .routes(routes!(write::cancel))
        .routes(routes!(write::judge))
        .routes(routes!(write::retract))
        .routes(routes!(read::report))
        .routes(routes!(read::history))
        .routes(routes!(read::items))
        .routes(routes!(read::invalid_lines))
        .routes(routes!(read::expand))
        .routes(routes!(convert::to_list))
        .routes(routes!(file::file))
}
