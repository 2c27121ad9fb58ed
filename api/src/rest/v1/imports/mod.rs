//! Imports over REST: upload, map, preview, start, cancel, follow, the files, mended rows, undo.

pub mod files;
pub mod preview;
mod read;
pub mod rejected;
pub mod types;
pub mod undo;
pub mod upload;
pub mod write;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        // The upload counts its bytes itself and says how many are allowed.
        .routes(routes!(read::list, upload::upload))
        .layer(DefaultBodyLimit::disable())
        .routes(routes!(read::get))
        .routes(routes!(write::map))
        .routes(routes!(write::start))
        .routes(routes!(write::cancel))
        .routes(routes!(write::preview))
        .routes(routes!(write::sheet))
        .routes(routes!(preview::rows))
        .routes(routes!(rejected::rows, rejected::fix))
        .routes(routes!(rejected::again))
        .routes(routes!(undo::look))
        .routes(routes!(undo::undo))
        .routes(routes!(undo::cancel))
        .routes(routes!(undo::rows))
        .routes(routes!(undo::left))
        .routes(routes!(files::errors))
        .routes(routes!(files::file))
}
