//! The OpenAPI document and a page that shows it. The page is ours: no address outside is asked for anything.

use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(document))
        .routes(routes!(viewer))
        .routes(routes!(script))
        .routes(routes!(style))
}

/// This document.
#[utoipa::path(get, path = "/openapi.json", tag = "docs", security(()), responses((status = 200, body = Object)))]
pub async fn document() -> Response {
    axum::Json(crate::rest::document()).into_response()
}

/// A page that shows this document.
#[utoipa::path(get, path = "/docs", tag = "docs", security(()), responses((status = 200, body = String, content_type = "text/html")))]
pub async fn viewer() -> Html<&'static str> {
    Html(include_str!("viewer.html"))
}

/// The page's script.
#[utoipa::path(get, path = "/docs/viewer.js", tag = "docs", security(()), responses((status = 200, body = String, content_type = "text/javascript")))]
pub async fn script() -> Response {
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], include_str!("viewer.js")).into_response()
}

/// The page's style.
#[utoipa::path(get, path = "/docs/viewer.css", tag = "docs", security(()), responses((status = 200, body = String, content_type = "text/css")))]
pub async fn style() -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("viewer.css")).into_response()
}
