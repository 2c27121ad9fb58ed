//! A JSON body whose refusal is a problem document that says what was wrong.

use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, Request};
use serde::de::DeserializeOwned;

use crate::errors::{ApiError, BAD_REQUEST, TOO_LARGE, UNSUPPORTED_MEDIA};

#[derive(Debug)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        match axum::Json::<T>::from_request(request, state).await {
            Ok(axum::Json(value)) => Ok(Json(value)),
            Err(JsonRejection::MissingJsonContentType(_)) => Err(ApiError::new(
                UNSUPPORTED_MEDIA,
                "Send JSON with the header content-type: application/json.",
            )),
            Err(rejection) if rejection.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE => {
                Err(ApiError::new(TOO_LARGE, "The request body is larger than 2 MB."))
            }
            // The text names the field and the place in the caller's own input.
            Err(rejection) => Err(ApiError::new(BAD_REQUEST, rejection.body_text())),
        }
    }
}
