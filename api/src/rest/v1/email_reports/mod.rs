//! What came of campaigns by mail, over REST.

pub mod read;
pub mod types;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// Under `/reports/email`.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(read::get))
}
