//! The cookie that carries the refresh token: out of reach of scripts, sent to the auth routes only.

use axum::http::{HeaderMap, HeaderValue, header};
use axum_extra::extract::CookieJar;
use chrono::{DateTime, Utc};
use secrecy::{ExposeSecret, SecretString};

const NAME: &str = "pivotal_refresh";

pub fn read(headers: &HeaderMap) -> Option<String> {
    let jar = CookieJar::from_headers(headers);
    jar.get(NAME).map(|cookie| cookie.value().to_owned()).filter(|value| !value.is_empty())
}

/// `None` when the token holds what no header may hold; ours never do.
pub fn set(
    token: &SecretString,
    expires: DateTime<Utc>,
    now: DateTime<Utc>,
    https: bool,
) -> Option<HeaderValue> {
    header_value(token.expose_secret(), (expires - now).num_seconds().max(0), https)
}

pub fn clear(https: bool) -> Option<HeaderValue> {
    header_value("", 0, https)
}

/// Puts the cookie into an answer.
pub fn insert(headers: &mut HeaderMap, cookie: Option<HeaderValue>) {
    if let Some(mut cookie) = cookie {
        cookie.set_sensitive(true);
        headers.append(header::SET_COOKIE, cookie);
    }
}

fn header_value(value: &str, max_age: i64, https: bool) -> Option<HeaderValue> {
    let secure = if https { "; Secure" } else { "" };
    let text =
        format!("{NAME}={value}; Path=/api/v1/auth; Max-Age={max_age}; HttpOnly; SameSite=Strict{secure}");
    HeaderValue::from_str(&text).ok()
}
