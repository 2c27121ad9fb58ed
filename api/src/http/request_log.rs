//! One line per request, and its duration as a metric. No query strings and no bodies: they may hold personal data.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

use super::request_id::RequestId;

pub async fn log(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let id = request.extensions().get::<RequestId>().map(|id| id.0.to_string()).unwrap_or_default();
    let method = request.method().clone();
    // The route's pattern, not the path: ids would make a metric of every record.
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "(page)".to_owned(), |path| path.as_str().to_owned());
    let span = tracing::info_span!("request", id);
    let response = next.run(request).instrument(span.clone()).await;
    let (status, took) = (response.status(), began.elapsed());
    metrics::histogram!("pivotal_http_seconds", "route" => route.clone(), "status" => status.as_u16().to_string())
        .record(took.as_secs_f64());
    let ms = took.as_millis();
    span.in_scope(|| match status.as_u16() {
        500.. => tracing::error!(%method, route, status = status.as_u16(), ms, "answered"),
        _ => tracing::debug!(%method, route, status = status.as_u16(), ms, "answered"),
    });
    response
}
