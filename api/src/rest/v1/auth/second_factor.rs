//! One's own second step of signing in: `/api/v1/auth/second-factor`.

use axum::Json as Answer;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::types::secret;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::json::Json;
use crate::run_command::run_command;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SecondFactor {
    /// Signing in takes a code besides the password.
    pub enabled: bool,
    pub recovery_codes_left: u32,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithPassword {
    #[serde(deserialize_with = "secret")]
    #[schema(value_type = String, format = Password)]
    pub password: SecretString,
}

/// For the app on the phone. To be had only now.
#[derive(Serialize, ToSchema)]
pub struct BegunSecondFactor {
    /// In base32, for typing.
    pub secret: String,
    /// `otpauth://totp/...`, for a QR code.
    pub uri: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FirstCode {
    #[schema(example = "287082")]
    pub code: String,
}

/// Each good once, in the place of a code. To be had only now.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryCodes {
    pub recovery_codes: Vec<String>,
}

/// Whether your second step is on.
#[utoipa::path(get, path = "/second-factor", operation_id = "show_second_factor", tag = "auth", security(("bearer" = ["ENTERING_IN_PERSON"])), responses(
    (status = 200, body = SecondFactor), (status = 401, body = Problem)))]
pub async fn show(State(app): State<App>, Signed(actor): Signed) -> ApiResult<Answer<SecondFactor>> {
    let factors = app.sessions.second_factors();
    let enabled = factors.is_on(actor.user_id).await?;
    Ok(Answer(SecondFactor { enabled, recovery_codes_left: factors.codes_left(actor.user_id).await? }))
}

/// Begin to set your second step up; what was begun before is void.
#[utoipa::path(post, path = "/second-factor", operation_id = "begin_second_factor", tag = "auth", request_body = WithPassword, security(("bearer" = ["ENTERING_IN_PERSON"])), responses(
    (status = 200, body = BegunSecondFactor), (status = 422, body = Problem)))]
pub async fn begin(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(WithPassword { password }): Json<WithPassword>,
) -> ApiResult<Response> {
    let factors = app.sessions.second_factors().clone();
    let begun = run_command(async move { factors.begin(&actor, &password).await }).await?;
    Ok(kept_nowhere(BegunSecondFactor {
        secret: begun.secret.expose_secret().to_owned(),
        uri: begun.uri.expose_secret().to_owned(),
    }))
}

/// Turn it on with the first code of the app.
#[utoipa::path(post, path = "/second-factor/confirm", operation_id = "confirm_second_factor", tag = "auth", request_body = FirstCode, security(("bearer" = ["ENTERING_IN_PERSON"])), responses(
    (status = 200, body = RecoveryCodes), (status = 422, body = Problem)))]
pub async fn confirm(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(FirstCode { code }): Json<FirstCode>,
) -> ApiResult<Response> {
    let factors = app.sessions.second_factors().clone();
    let recovery_codes = run_command(async move { factors.confirm(&actor, &code).await }).await?;
    Ok(kept_nowhere(RecoveryCodes { recovery_codes }))
}

/// New recovery codes; those before are void.
#[utoipa::path(post, path = "/second-factor/recovery-codes", operation_id = "renew_recovery_codes", tag = "auth", request_body = WithPassword, security(("bearer" = ["IN_PERSON"])), responses(
    (status = 200, body = RecoveryCodes), (status = 422, body = Problem)))]
pub async fn renew_codes(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(WithPassword { password }): Json<WithPassword>,
) -> ApiResult<Response> {
    let factors = app.sessions.second_factors().clone();
    let recovery_codes = run_command(async move { factors.renew_codes(&actor, &password).await }).await?;
    Ok(kept_nowhere(RecoveryCodes { recovery_codes }))
}

/// Turn it off. A repeat is fine.
#[utoipa::path(post, path = "/second-factor/disable", operation_id = "disable_second_factor", tag = "auth", request_body = WithPassword, security(("bearer" = ["IN_PERSON"])), responses(
    (status = 204), (status = 422, body = Problem)))]
pub async fn disable(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(WithPassword { password }): Json<WithPassword>,
) -> ApiResult<StatusCode> {
    let factors = app.sessions.second_factors().clone();
    run_command(async move { factors.disable(&actor, &password).await }).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn kept_nowhere(body: impl Serialize) -> Response {
    let mut response = Answer(body).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
