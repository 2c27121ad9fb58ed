//! Legal holds over REST: the register, placing, lifting, the register as a file.

pub mod file;
pub mod read;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::place))
        .routes(routes!(file::file))
        .routes(routes!(read::one))
        .routes(routes!(write::lift))
}
