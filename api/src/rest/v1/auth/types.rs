//! What the auth routes take and give.

use axum::Json;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use pivotal_commands::identity::sessions::SignedIn;
use secrecy::SecretString;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::app::App;
use crate::auth::cookie;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    #[schema(example = "ada@example.com")]
    pub email: String,
    #[serde(deserialize_with = "secret")]
    #[schema(value_type = String, format = Password)]
    pub password: SecretString,
    /// Of an authenticator app, or a recovery code: when the answer without it was SECOND_STEP_NEEDED.
    #[serde(default)]
    #[schema(example = "287082")]
    pub code: Option<String>,
}

/// Text that hides itself from then on.
pub(in crate::rest::v1) fn secret<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<SecretString, D::Error> {
    String::deserialize(deserializer).map(SecretString::from)
}

/// An access token. Its refresh token is in the cookie `pivotal_refresh`, out of reach of scripts.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    pub access_token: String,
    /// Seconds until the access token is over.
    pub expires_in: i64,
    pub user: SessionUser,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SessionUser {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    #[schema(example = "ADMIN")]
    pub role: String,
}

/// The answer of login and refresh.
pub fn signed_in(app: &App, signed: SignedIn) -> Response {
    let https = app.config.server.is_https();
    let cookie = cookie::set(&signed.refresh_token, signed.refresh_expires_at, app.context.now(), https);
    let session = Session {
        access_token: signed.access_token,
        expires_in: signed.access_lasts.num_seconds(),
        user: SessionUser {
            id: signed.user.id,
            name: signed.user.name,
            email: signed.user.email,
            role: signed.user.role.as_str().to_ascii_uppercase(),
        },
    };
    let mut response = Json(session).into_response();
    cookie::insert(response.headers_mut(), cookie);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
