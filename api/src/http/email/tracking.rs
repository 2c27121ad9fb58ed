//! `/t/o` the pixel, `/t/c` a link, `/t/x` the link that nobody sees. Whatever a token says, the pixel is the same; a link leads to what
//! was pinned under its number and nowhere else.

use std::sync::LazyLock;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use pivotal_commands::email::tracking::links::follow_link;
use pivotal_commands::email::tracking::seen::{Hit, Of, Request};
use pivotal_domain::email::tracking::machine;
use pivotal_domain::email::tracking::net;
use pivotal_domain::email::tracking::signal::{Kind, marks};
use pivotal_domain::email::tracking::token::{Kind as For, Token};

use super::ByAddress;
use crate::app::App;
use crate::auth::origin::From as CameFrom;
use crate::errors::ApiResult;

/// One transparent point.
const PIXEL: &[u8] = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;";

/// More than any office opens in a minute. Networks that fetch for millions of people are not held to it.
static LIMIT: LazyLock<ByAddress> = LazyLock::new(|| ByAddress::new(600, Duration::from_secs(60)));

pub async fn pixel(
    State(app): State<App>,
    Path(token): Path<String>,
    CameFrom(origin): CameFrom,
    method: Method,
    headers: HeaderMap,
) -> Response {
    let text = token.strip_suffix(".gif").unwrap_or(&token);
    if let Some(token) = Token::read_as(For::Open, text, &app.tracking_links.key) {
        let ip = origin.ip.as_deref();
        note(&app, of(Kind::Opened, &token, None), request(ip, &method, &headers));
    }
    let said = [
        (header::CONTENT_TYPE, "image/gif"),
        (header::CACHE_CONTROL, "no-store, private"),
        // It stands in pages of other people's mail programs.
        (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
    ];
    (said, PIXEL).into_response()
}

pub async fn click(
    State(app): State<App>,
    Path(token): Path<String>,
    CameFrom(origin): CameFrom,
    method: Method,
    headers: HeaderMap,
) -> ApiResult<Response> {
    let found = follow_link(&app.context, &app.pinned_links, &app.tracking_links.key, &token).await?;
    let Some((token, target)) = found else { return Ok(nowhere()) };
    let ip = origin.ip.as_deref();
    note(&app, of(Kind::Clicked, &token, Some(token.number)), request(ip, &method, &headers));
    let said = [
        (header::LOCATION, target.as_str()),
        (header::CACHE_CONTROL, "no-store, private"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    Ok((StatusCode::FOUND, said).into_response())
}

/// A program followed it.
pub async fn trap(
    State(app): State<App>,
    Path(token): Path<String>,
    CameFrom(origin): CameFrom,
    method: Method,
    headers: HeaderMap,
) -> Response {
    if let Some(token) = Token::read_as(For::Trap, &token, &app.tracking_links.key) {
        let ip = origin.ip.as_deref();
        note(&app, of(Kind::Trapped, &token, None), request(ip, &method, &headers));
    }
    nowhere()
}

fn of(kind: Kind, token: &Token, link: Option<u16>) -> Of {
    Of { kind, campaign: token.campaign, message: token.recipient, link }
}

fn request(ip: Option<&str>, method: &Method, headers: &HeaderMap) -> Request {
    let has = |name: &HeaderName| headers.contains_key(name);
    let sec_fetch = HeaderName::from_static("sec-fetch-mode");
    let mut bits = 0;
    for (name, bit) in [
        (&header::ACCEPT_LANGUAGE, marks::ACCEPT_LANGUAGE),
        (&sec_fetch, marks::SEC_FETCH),
        (&header::COOKIE, marks::COOKIES),
        (&header::REFERER, marks::REFERER),
        (&header::RANGE, marks::RANGE),
    ] {
        bits |= if has(name) { bit } else { 0 };
    }
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    Request {
        ip: ip.and_then(|ip| ip.parse().ok()),
        method: match *method {
            Method::GET => machine::Method::Get,
            Method::HEAD => machine::Method::Head,
            _ => machine::Method::Other,
        },
        user_agent: agent.map(ToOwned::to_owned),
        marks: bits,
    }
}

/// Kept a moment later; the answer does not wait.
fn note(app: &App, of: Of, request: Request) {
    let known = net::of(request.ip) != net::OTHER;
    if !known && !LIMIT.let_in(request.ip) {
        metrics::counter!("pivotal_email_hits_limited_total").increment(1);
        return;
    }
    app.hits.note(Hit::of(&app.context.log.blind, of, request, app.context.now()));
}

/// A page of ours, without a word on why.
fn nowhere() -> Response {
    let page = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
        <meta name=\"color-scheme\" content=\"light dark\"><meta name=\"robots\" content=\"noindex\"><title>This link leads nowhere</title></head>\
        <body style=\"font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;max-width:36em;margin:10vh auto;padding:0 16px\">\
        <main><h1 style=\"font-size:20px\">This link leads nowhere</h1><p>It is not complete, or it is not valid any more. Open it from the email once more.</p></main></body></html>";
    let headers = [(header::CACHE_CONTROL, "no-store"), (header::REFERRER_POLICY, "no-referrer")];
    (StatusCode::NOT_FOUND, headers, Html(page)).into_response()
}
