//! Bulk changes over REST: count, ask, follow, cancel, take back.

pub mod file;
pub mod read;
pub mod types;
pub mod undo;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::start))
        .routes(routes!(write::count))
        .routes(routes!(read::get))
        .routes(routes!(read::records))
        .routes(routes!(write::cancel))
        .routes(routes!(undo::look))
        .routes(routes!(undo::undo))
        .routes(routes!(undo::cancel))
        .routes(routes!(undo::rows))
        .routes(routes!(undo::left))
        .routes(routes!(file::records_file))
        .routes(routes!(file::conflicts_file))
        .routes(routes!(file::left_file))
}
