//! A tracking domain belongs to a sender and leads to us: what a mail needs is found there, and nothing else of Pivotal.

use std::net::IpAddr;

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::App;

/// What mails lead to.
const DOORS: [&str; 3] = ["/t/", "/u/", "/v/"];

pub async fn only_doors(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if DOORS.iter().any(|door| path.starts_with(door)) {
        return next.run(request).await;
    }
    let Some(host) = foreign_host(&request, app.config.server.public_host().as_deref()) else {
        return next.run(request).await;
    };
    if app.tracking_hosts.has(&app.context, &host).await {
        return StatusCode::NOT_FOUND.into_response();
    }
    next.run(request).await
}

/// The name that was asked for, in small letters and without a port. `None`: our own, an address, or a name within a network.
fn foreign_host(request: &Request, own: Option<&str>) -> Option<String> {
    let named = request.headers().get(header::HOST).and_then(|value| value.to_str().ok());
    let named = named.or_else(|| request.uri().authority().map(|authority| authority.as_str()))?;
    let host = named.rsplit_once(':').map_or(named, |(host, _)| host);
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let is_name = host.contains('.') && !host.contains('[') && host.parse::<IpAddr>().is_err();
    (is_name && Some(host.as_str()) != own).then_some(host)
}
