//! The actor of a request, as a handler's argument.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use pivotal_domain::identity::actor::Actor;

use crate::errors::ApiError;

/// Somebody signed in. What they may do, the route's rule has decided already.
#[derive(Debug, Clone)]
pub struct Signed(pub Actor);

impl<S: Send + Sync> FromRequestParts<S> for Signed {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, ApiError> {
        parts.extensions.get::<Actor>().cloned().map(Signed).ok_or_else(ApiError::unauthenticated)
    }
}
