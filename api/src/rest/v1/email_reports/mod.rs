//! What came of campaigns by mail, over REST.

pub mod file;
pub mod read;
pub mod types;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// Under `/reports/email`.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list))
        .routes(routes!(read::get))
        .routes(routes!(read::compare))
        .routes(routes!(file::file))
        .routes(routes!(file::compare_file))
}
