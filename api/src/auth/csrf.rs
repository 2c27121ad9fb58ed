//! Routes that act on the cookie alone ask for a header that no foreign page can send without our consent (CORS).

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::errors::{ApiError, CSRF_MISSING};

/// `x-pivotal-csrf: 1`
#[derive(Debug)]
pub struct OwnPage;

impl<S: Send + Sync> FromRequestParts<S> for OwnPage {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, ApiError> {
        if parts.headers.contains_key("x-pivotal-csrf") {
            return Ok(OwnPage);
        }
        Err(ApiError::new(CSRF_MISSING, "Send the header x-pivotal-csrf: 1 with this request."))
    }
}
