//! One's own notifications over REST: read, mark as read, choose.

pub mod read;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list))
        .routes(routes!(write::mark_read))
        .routes(routes!(write::mark_all_read))
        .routes(routes!(read::preferences, write::set_preferences))
        .routes(routes!(read::mail, write::set_mail))
        .routes(routes!(write::send_now))
}
