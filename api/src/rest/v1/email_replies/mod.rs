//! Replies to campaigns over REST: read, given to somebody, put away.

pub mod act;
pub mod read;
pub mod types;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list))
        .routes(routes!(read::get))
        .routes(routes!(act::assign))
        .routes(routes!(act::done))
        .routes(routes!(act::reopen))
        .routes(routes!(act::match_contact))
}
