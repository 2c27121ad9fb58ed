//! A JSON body whose refusal is a problem document that says what was wrong.

use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, Request};
use serde::de::DeserializeOwned;

use crate::errors::{ApiError, BAD_REQUEST, TOO_LARGE, TOO_SLOW, UNSUPPORTED_MEDIA};

/// Characters of what the parser says: it repeats the value it stumbled over, however long that is.
const WORDS: usize = 500;

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
            Err(JsonRejection::BytesRejection(_)) => {
                let words = "The request's body broke off, or did not come in time. Please send it again.";
                Err(ApiError::new(TOO_SLOW, words))
            }
            // The text names the field and the place in the caller's own input.
            Err(rejection) => Err(ApiError::new(BAD_REQUEST, shortened(rejection.body_text()))),
        }
    }
}

/// With an ellipsis where it was cut.
pub fn shortened(text: String) -> String {
    match text.char_indices().nth(WORDS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
