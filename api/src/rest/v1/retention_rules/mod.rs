//! Rules of retention over REST: the rules, dry runs, runs.

pub mod read;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list))
        .routes(routes!(read::runs, write::run_now))
        .routes(routes!(read::dry_run))
        .routes(routes!(write::set))
        .routes(routes!(write::start))
}
