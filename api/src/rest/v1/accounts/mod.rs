//! Accounts over REST.

pub mod memberships;
pub mod provenance;
pub mod read;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::create))
        .routes(routes!(read::get, write::update))
        .routes(routes!(read::history))
        .routes(routes!(memberships::memberships))
        .routes(routes!(provenance::provenance))
        .routes(routes!(provenance::as_of))
        .routes(routes!(provenance::compare))
        .routes(routes!(write::archive))
        .routes(routes!(write::restore))
        .routes(routes!(write::undo))
        .routes(routes!(write::restore_values))
}
