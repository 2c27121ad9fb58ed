//! Users over REST: the list, one, letting in and out. What is one's own stands with the auth routes; whoever is asked to join, with the
//! invitations.

pub mod read;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::create))
        .routes(routes!(read::one, write::update))
        .routes(routes!(write::correct))
        .routes(routes!(write::disable))
        .routes(routes!(write::enable))
        .routes(routes!(write::sign_out))
        .routes(routes!(write::reset_second_factor))
}
