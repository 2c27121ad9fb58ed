//! Numbers for Prometheus. They tell much about a business, so strangers do not get them.

use std::net::SocketAddr;
use std::sync::OnceLock;

use axum::Extension;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use secrecy::ExposeSecret;
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::auth::bearer;
use crate::errors::{ApiError, FORBIDDEN};

const SECONDS: &[f64] = &[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

/// The recorder of this process, installed at first use.
pub fn recorder() -> Option<&'static PrometheusHandle> {
    static HANDLE: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    HANDLE
        .get_or_init(|| {
            let built = PrometheusBuilder::new()
                .set_buckets_for_metric(Matcher::Suffix("_seconds".into()), SECONDS)
                .and_then(PrometheusBuilder::install_recorder);
            built.inspect_err(|error| tracing::warn!(%error, "metrics are off")).ok()
        })
        .as_ref()
}

/// Open to this machine, and to whoever brings PIVOTAL_METRICS_TOKEN.
#[utoipa::path(get, path = "/metrics", tag = "operations", security(()), responses((status = 200, description = "Prometheus text format", body = String), (status = 403, body = crate::errors::Problem)))]
pub async fn metrics(
    State(app): State<App>,
    peer: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    // A proxy on this machine makes everybody look local.
    let local = peer.is_some_and(|peer| peer.0.0.ip().to_canonical().is_loopback())
        && !headers.contains_key("x-forwarded-for");
    let by_token = match (&app.config.server.metrics_token, bearer(&headers)) {
        // Compared as hashes: how long it takes says nothing about the token.
        (Some(token), Some(given)) => Sha256::digest(token.expose_secret()) == Sha256::digest(given),
        _ => false,
    };
    if !(by_token || (local && app.config.server.metrics_token.is_none())) {
        return Err(ApiError::new(
            FORBIDDEN,
            "Metrics are open to this machine only. Set PIVOTAL_METRICS_TOKEN and send it as a bearer token.",
        ));
    }
    let text = recorder().map(PrometheusHandle::render).unwrap_or_default();
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response())
}
