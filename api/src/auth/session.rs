//! The session of a request, as a handler's argument.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use uuid::Uuid;

use crate::errors::ApiError;

/// Somebody signed in with a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InSession(pub Uuid);

impl<S: Send + Sync> FromRequestParts<S> for InSession {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, ApiError> {
        parts.extensions.get::<InSession>().copied().ok_or_else(ApiError::unauthenticated)
    }
}
