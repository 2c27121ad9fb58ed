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

/// The secret of a browser's way to the identity provider and back. Lax: it must come along when the provider sends the browser here.
pub mod outside {
    use super::{CookieJar, HeaderMap, HeaderValue};

    const NAME: &str = "pivotal_outside";
    /// Seconds for which a sign-in may take.
    const LASTS: i64 = 600;

    pub fn read(headers: &HeaderMap) -> Option<String> {
        CookieJar::from_headers(headers).get(NAME).map(|cookie| cookie.value().to_owned())
    }

    pub fn set(secret: &str, https: bool) -> Option<HeaderValue> {
        header_value(secret, LASTS, https)
    }

    pub fn clear(https: bool) -> Option<HeaderValue> {
        header_value("", 0, https)
    }

    fn header_value(value: &str, max_age: i64, https: bool) -> Option<HeaderValue> {
        let secure = if https { "; Secure" } else { "" };
        let path = "/api/v1/auth/oidc";
        let text = format!("{NAME}={value}; Path={path}; Max-Age={max_age}; HttpOnly; SameSite=Lax{secure}");
        HeaderValue::from_str(&text).ok()
    }
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
