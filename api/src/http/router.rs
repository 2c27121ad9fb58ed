//! All routes with what surrounds them.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderValue, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use tower::Layer;
use tower::util::MapRequestLayer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::set_header::SetResponseHeaderLayer;

use super::{body, email, headers, panic, request_id, request_log, web_app};
use crate::app::App;
use crate::auth::authenticate;
use crate::policy::rest_gate;
use crate::{graphql, rest};

/// Largest body of a request that is no upload.
const BODY_LIMIT: usize = 2 << 20;
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

pub fn router(app: App) -> Router {
    let wait = app.config.server.client_wait;
    let (rest, _) = rest::router().split_for_parts();
    let rest = rest.layer(from_fn_with_state(app.clone(), rest_gate::enforce));
    let mut router = Router::new()
        .merge(rest)
        .route("/graphql", post(graphql::http::execute))
        .layer(from_fn_with_state(app.clone(), authenticate))
        // What somebody may see is kept by no cache between us and them, unless a handler says otherwise.
        .layer(SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, NO_STORE))
        // The socket's caller shows the token in its first message, not in a header.
        .route("/graphql/ws", get(graphql::socket::upgrade))
        .merge(email::routes())
        .fallback(web_app::serve)
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(MapRequestLayer::new(move |request: Request| body::awaited(request, wait)))
        .layer(from_fn_with_state(app.clone(), email::hosts::only_doors))
        .layer(CatchPanicLayer::custom(panic::answer));
    for layer in headers::layers(app.config.server.is_https()) {
        router = router.layer(layer);
    }
    // Files are sent as they are: ranges count their bytes.
    let compressed = SizeAbove::new(512)
        .and(NotForContentType::IMAGES)
        .and(NotForContentType::new("application/octet-stream"))
        .and(NotForContentType::new("text/csv"));
    let routes: Router = router
        .layer(CompressionLayer::new().gzip(true).compress_when(compressed))
        .layer(from_fn(request_log::log))
        .layer(from_fn(request_id::assign))
        .with_state(app);
    // Before a route is looked for: a layer of the router itself would come after that.
    Router::new().fallback_service(MapRequestLayer::new(rest::aliases::canonical).layer(routes))
}
