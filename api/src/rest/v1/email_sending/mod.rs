//! The ledger of campaigns by mail, and the email policy, over REST.

pub mod file;
pub mod policy;
pub mod read;
pub mod types;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// Under `/campaigns`.
pub fn of_campaigns() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::ledger))
        .routes(routes!(read::recipients))
        .routes(routes!(read::recipient))
        .routes(routes!(read::recipient_steps))
        .routes(routes!(file::file))
        .routes(routes!(write::settle_unknown))
}

/// Under `/email-policy`.
pub fn policy() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(policy::get, policy::set))
}
