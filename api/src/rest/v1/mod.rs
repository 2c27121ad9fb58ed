//! Version 1.

pub mod accounts;
pub mod auth;
pub mod bulk;
pub mod command;
pub mod contacts;
pub mod custom_fields;
pub mod docs;
pub mod exports;
pub mod file;
pub mod history;
pub mod imports;
pub mod jobs;
pub mod json;
pub mod page;
pub mod provenance;
pub mod search;

use utoipa_axum::router::OpenApiRouter;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .nest("/auth", auth::router())
        .nest("/contacts", contacts::router())
        .nest("/accounts", accounts::router())
        .nest("/custom-fields", custom_fields::router())
        .nest("/imports", imports::router())
        .nest("/exports", exports::router())
        .nest("/bulk-changes", bulk::router())
        .nest("/jobs", jobs::router())
        .nest("/search", search::router())
        .merge(docs::router())
}
