//! `/v/<token>`: a mail in the browser. It is what somebody wrote in a template, so nothing in it runs, and it is framed by nobody.

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use pivotal_commands::email::tracking::view::page;

use crate::app::App;
use crate::errors::ApiResult;

/// Pictures and styles, as mail programs show them, and nothing else.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline' https:; \
    font-src https: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

pub async fn show(State(app): State<App>, Path(token): Path<String>) -> ApiResult<Response> {
    let shown = page(&app.context, &app.tracking_links, &token).await?;
    let status = if shown.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let html = shown.unwrap_or_else(|| GONE.to_owned());
    let headers = [
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::HeaderName::from_static("x-robots-tag"), "noindex"),
    ];
    Ok((status, headers, Html(html)).into_response())
}

const GONE: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
    <meta name=\"color-scheme\" content=\"light dark\"><title>This email cannot be shown</title></head>\
    <body style=\"font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;max-width:36em;margin:10vh auto;padding:0 16px\">\
    <main><h1 style=\"font-size:20px\">This email cannot be shown</h1><p>The link is not complete, or not valid any more. Open it from the email once more.</p></main></body></html>";
