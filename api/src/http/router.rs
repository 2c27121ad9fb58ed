//! All routes with what surrounds them.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};

use super::{headers, panic, request_id, request_log, web_app};
use crate::app::App;
use crate::auth::authenticate;
use crate::policy::rest_gate;
use crate::{graphql, rest};

/// Largest body of a request that is no upload.
const BODY_LIMIT: usize = 2 << 20;

pub fn router(app: App) -> Router {
    let (rest, _) = rest::router().split_for_parts();
    let rest = rest.layer(from_fn_with_state(app.route_rules.clone(), rest_gate::enforce));
    let mut router = Router::new()
        .merge(rest)
        .route("/graphql", post(graphql::http::execute))
        .layer(from_fn_with_state(app.clone(), authenticate))
        // The socket's caller shows the token in its first message, not in a header.
        .route("/graphql/ws", get(graphql::socket::upgrade))
        .fallback(web_app::serve)
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(CatchPanicLayer::custom(panic::answer));
    for layer in headers::layers(app.config.server.is_https()) {
        router = router.layer(layer);
    }
    // Files are sent as they are: ranges count their bytes.
    let compressed = SizeAbove::new(512)
        .and(NotForContentType::IMAGES)
        .and(NotForContentType::new("application/octet-stream"))
        .and(NotForContentType::new("text/csv"));
    router
        .layer(CompressionLayer::new().gzip(true).compress_when(compressed))
        .layer(from_fn(request_log::log))
        .layer(from_fn(request_id::assign))
        .with_state(app)
}
