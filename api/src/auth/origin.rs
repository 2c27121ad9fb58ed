//! Where a request comes from.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, Request, header};
use pivotal_commands::identity::sessions::Origin;

use crate::app::App;
use crate::errors::ApiError;
use crate::http::request_id::RequestId;

pub fn origin_of<B>(app: &App, request: &Request<B>) -> Origin {
    read(app, request.headers(), request.extensions())
}

fn read(app: &App, headers: &HeaderMap, extensions: &Extensions) -> Origin {
    let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_canonical().to_string());
    // The proxy appends the address it saw; what stands before it was sent by the client and may be made up.
    let forwarded = headers
        .get_all("x-forwarded-for")
        .iter()
        .next_back()
        .and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse::<std::net::IpAddr>().ok())
        .map(|ip| ip.to_canonical().to_string());
    Origin {
        ip: forwarded.filter(|_| app.config.server.trust_proxy).or(peer),
        user_agent: headers
            .get(header::USER_AGENT)
            .and_then(|value| value.to_str().ok())
            .map(ToOwned::to_owned),
        request_id: extensions.get::<RequestId>().map(|id| id.0),
    }
}

/// [`Origin`] as a handler's argument.
#[derive(Debug)]
pub struct From(pub Origin);

impl FromRequestParts<App> for From {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        Ok(From(read(app, &parts.headers, &parts.extensions)))
    }
}
