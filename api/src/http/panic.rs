//! A panic ends one request, not the server, and tells the client nothing but that.

use std::any::Any;

use axum::response::{IntoResponse, Response};

use crate::errors::ApiError;

pub fn answer(panic: Box<dyn Any + Send + 'static>) -> Response {
    let message = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("(no message)");
    ApiError::internal(&std::io::Error::other(format!("a handler panicked: {message}"))).into_response()
}
