//! Survivorship rules over REST: read, change, preview, apply.

pub mod read;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::rules, write::change))
        .routes(routes!(write::preview, write::cancel))
        .routes(routes!(read::rows))
        .routes(routes!(write::apply))
}
