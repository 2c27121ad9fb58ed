//! Campaigns over REST: put together, checked, let go, held; and the switch that stops all sending.

pub mod acts;
pub mod body;
pub mod read;
pub mod switch;
pub mod test_result;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list))
        .routes(routes!(write::create))
        .routes(routes!(read::get, write::update))
        .routes(routes!(write::copy))
        .routes(routes!(write::audience))
        .routes(routes!(write::content))
        .routes(routes!(write::schedule, acts::start_at))
        .routes(routes!(write::confirmations))
        .routes(routes!(write::seed_test))
        .routes(routes!(write::archive))
        .routes(routes!(write::restore))
        .routes(routes!(read::preflight))
        .routes(routes!(test_result::result))
        .routes(routes!(read::audience_versions))
        .routes(routes!(read::members))
        .routes(routes!(read::history))
        .routes(routes!(acts::launch))
        .routes(routes!(acts::unschedule))
        .routes(routes!(acts::pause))
        .routes(routes!(acts::resume))
        .routes(routes!(acts::stop))
        .routes(routes!(acts::take_retry))
        .routes(routes!(acts::top_up))
        .routes(routes!(acts::pace))
        .routes(routes!(acts::winner))
}
