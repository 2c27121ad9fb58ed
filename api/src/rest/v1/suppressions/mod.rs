//! Suppressions over REST: the list, one, its proof, whether somebody is suppressed, add, release, and the files that were read.

pub mod files;
pub mod files_read;
pub mod read;
pub mod types;
pub mod write;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        // The upload counts its bytes itself and says how many are allowed.
        .routes(routes!(files::import, files_read::list))
        .layer(DefaultBodyLimit::disable())
        .routes(routes!(read::list, write::add))
        .routes(routes!(files_read::file))
        .routes(routes!(files::imported))
        .routes(routes!(files::refused))
        .routes(routes!(files::export))
        .routes(routes!(read::check_one))
        .routes(routes!(write::email))
        .routes(routes!(write::phone))
        .routes(routes!(read::one))
        .routes(routes!(read::events))
        .routes(routes!(write::release))
}
