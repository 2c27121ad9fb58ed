//! REST: `/api/v1`, and the addresses operators use. Every route declares its rule in `security`.

pub mod aliases;
pub mod common;
pub mod v1;

use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ComponentsBuilder, InfoBuilder, OpenApi, OpenApiBuilder};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::{health, metrics};
use crate::policy::rest_gate::SCHEME;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(frame())
        .routes(routes!(health::health))
        .routes(routes!(health::ready))
        .routes(routes!(metrics::metrics))
        .nest("/api/v1", v1::router())
}

/// The OpenAPI 3.1 document, as committed in `api/openapi.json`.
pub fn document() -> OpenApi {
    let mut document = router().into_openapi();
    common::complete(&mut document);
    aliases::name_in(&mut document);
    document
}

fn frame() -> OpenApi {
    let bearer = SecurityScheme::Http(
        HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("JWT")
            .description(Some("An access token from POST /api/v1/auth/login. The scope of a route is the permission it needs; SIGNED_IN means any user, IN_PERSON any user but no API key, ENTERING and ENTERING_IN_PERSON the same before a second step that is required is set up. An API key (`pvk_...`) is sent in the same place."))
            .build(),
    );
    OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Pivotal")
                .version("v1")
                .description(Some("Errors are problem documents (RFC 9457) with a stable `code`. What is asked for too often is answered with 429 and `Retry-After`. Commands answer `x-pivotal-position`; send it as `x-pivotal-after` with a read to see your own write. `Idempotency-Key` makes a repeat safe. An operation's `x-aliases` are further addresses of the same route."))
                .build(),
        )
        .components(Some(ComponentsBuilder::new().security_scheme(SCHEME, bearer).build()))
        .build()
}

/// With the names of their methods.
fn operations(item: &mut PathItem) -> impl Iterator<Item = (&'static str, &mut Operation)> {
    [
        ("GET", item.get.as_mut()),
        ("POST", item.post.as_mut()),
        ("PUT", item.put.as_mut()),
        ("PATCH", item.patch.as_mut()),
        ("DELETE", item.delete.as_mut()),
    ]
    .into_iter()
    .filter_map(|(method, operation)| Some((method, operation?)))
}
