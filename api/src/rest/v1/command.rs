//! Commands over REST: `Idempotency-Key` in, the changed object and `x-pivotal-position` out.

use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::errors::{ApiError, ApiResult, BAD_HEADER};

const LONGEST_KEY: usize = 200;

/// The header `Idempotency-Key`, if it was sent.
pub fn idempotency_key(headers: &HeaderMap) -> ApiResult<Option<String>> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
    match value.to_str() {
        Ok(key) if (1..=LONGEST_KEY).contains(&key.trim().len()) => Ok(Some(key.trim().to_owned())),
        _ => Err(ApiError::new(BAD_HEADER, "Idempotency-Key must be 1 to 200 printable characters.")),
    }
}

/// The answer to a command. Without a position nothing had to change.
pub fn answer(status: StatusCode, position: Option<i64>, body: impl Serialize) -> Response {
    let mut response = (status, axum::Json(body)).into_response();
    if let Some(position) = position {
        response.headers_mut().insert("x-pivotal-position", HeaderValue::from(position));
    }
    response
}
