//! Requests for access and erasure over REST: the register and its file, every step, the answer and the proof.

pub mod file;
pub mod read;
pub mod register;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list, write::receive))
        .routes(routes!(register::file))
        .routes(routes!(read::get))
        .routes(routes!(read::found))
        .routes(routes!(read::waits_for))
        .routes(routes!(write::assign))
        .routes(routes!(write::begin))
        .routes(routes!(write::extend))
        .routes(routes!(write::answer))
        .routes(routes!(write::refuse))
        .routes(routes!(file::answer))
        .routes(routes!(file::proof))
}
