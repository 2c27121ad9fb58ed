//! Signing in with another address: asking for it, and the links of the mails. Their tokens come in the body, so that they stand in no
//! log of addresses.

use axum::extract::State;
use axum::http::StatusCode;
use pivotal_commands::identity::sessions::attempts::counted;
use pivotal_commands::identity::users::email_change::ask::ask_for_email;
use pivotal_commands::identity::users::email_change::by_link::{confirm_email, take_email_back};
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;

use super::invitations::{LINK, LinkToken};
use super::types::secret;
use crate::app::App;
use crate::auth::origin::From as SeenFrom;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::json::Json;
use crate::run_command::run_command;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnEmail {
    #[schema(example = "ada@example.org")]
    pub email: String,
    #[serde(deserialize_with = "secret")]
    #[schema(value_type = String, format = Password)]
    pub password: SecretString,
}

/// Ask to sign in with another address. The answer is the same whether or not somebody signs in with it already.
#[utoipa::path(post, path = "/email", operation_id = "ask_for_email", tag = "auth", request_body = OwnEmail, security(("bearer" = ["IN_PERSON"])), responses(
    (status = 202), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub async fn ask(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(OwnEmail { email, password }): Json<OwnEmail>,
) -> ApiResult<StatusCode> {
    let context = app.context.clone();
    run_command(async move { ask_for_email(&context, &actor, &password, &email).await }).await?;
    app.queue.wake();
    Ok(StatusCode::ACCEPTED)
}

/// Confirm the new address by the link that went to it. Good once, for a day.
#[utoipa::path(post, path = "/email/confirm", operation_id = "confirm_email", tag = "auth", security(()), request_body = LinkToken, responses(
    (status = 204), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn confirm(
    State(app): State<App>,
    SeenFrom(origin): SeenFrom,
    Json(LinkToken { token }): Json<LinkToken>,
) -> ApiResult<StatusCode> {
    let (context, links) = (app.context.clone(), app.mail_links.clone());
    run_command(async move {
        counted(&context, &origin, LINK, confirm_email(&context, &links, &token, &origin)).await
    })
    .await?;
    app.queue.wake();
    Ok(StatusCode::NO_CONTENT)
}

/// Take the change back by the link that went to the address before. All sessions end, and a link for a new password is sent there.
#[utoipa::path(post, path = "/email/keep", operation_id = "keep_email", tag = "auth", security(()), request_body = LinkToken, responses(
    (status = 204), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn keep(
    State(app): State<App>,
    SeenFrom(origin): SeenFrom,
    Json(LinkToken { token }): Json<LinkToken>,
) -> ApiResult<StatusCode> {
    let (context, links) = (app.context.clone(), app.mail_links.clone());
    run_command(async move {
        counted(&context, &origin, LINK, take_email_back(&context, &links, &token, &origin)).await
    })
    .await?;
    app.queue.wake();
    Ok(StatusCode::NO_CONTENT)
}
