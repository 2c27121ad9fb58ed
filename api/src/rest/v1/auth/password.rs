//! Passwords: one's own, and a new one by the link of a mail.

use axum::Json as Answer;
use axum::extract::State;
use axum::http::StatusCode;
use pivotal_commands::error::CommandError;
use pivotal_commands::identity::sessions::attempts::counted;
use pivotal_commands::identity::sessions::error::AuthError;
use pivotal_commands::identity::users::change_password::{ChangePassword, change_password};
use pivotal_commands::identity::users::forgotten::{ask_for_new_password, set_new_password};
use pivotal_commands::identity::users::password_strength::{Strength, check_strength};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::invitations::LINK;
use super::types::secret;
use crate::app::App;
use crate::auth::origin::From as SeenFrom;
use crate::auth::session::InSession;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::json::Json;
use crate::run_command::run_command;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnPassword {
    #[serde(deserialize_with = "secret")]
    #[schema(value_type = String, format = Password)]
    pub current: SecretString,
    #[serde(deserialize_with = "secret")]
    #[schema(value_type = String, format = Password)]
    pub new: SecretString,
}

/// As what passwords that would not do are counted.
const CONSIDERED: &str = "password check";

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsideredPassword {
    #[serde(deserialize_with = "secret")]
    #[schema(value_type = String, format = Password)]
    pub password: SecretString,
    /// Of who would have it, as its name: it must not be made of them.
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub name: String,
}

/// What would be said of a password if it were chosen.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PasswordVerdict {
    pub accepted: bool,
    /// Why not, as the refusal would have it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "PASSWORD_GUESSABLE")]
    pub code: Option<String>,
    /// How good it is, or what is wrong with it.
    pub message: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ForgottenPassword {
    #[schema(example = "ada@example.com")]
    pub email: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// What stands behind `#` in the link.
    pub token: String,
    #[serde(deserialize_with = "secret")]
    #[schema(value_type = String, format = Password)]
    pub password: SecretString,
}

/// Change your password. All your other sessions end.
#[utoipa::path(post, path = "/password", operation_id = "change_password", tag = "auth", request_body = OwnPassword, security(("bearer" = ["IN_PERSON"])), responses(
    (status = 204), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub async fn change(
    State(app): State<App>,
    Signed(actor): Signed,
    InSession(session): InSession,
    Json(asked): Json<OwnPassword>,
) -> ApiResult<StatusCode> {
    let context = app.context.clone();
    let input = ChangePassword { current: asked.current, new: asked.new, session };
    run_command(async move { change_password(&context, &actor, input).await }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ask for a link by mail to choose a new password.
///
/// The answer is the same whether or not somebody signs in with the address. Eight asks within 15 minutes are answered.
#[utoipa::path(post, path = "/password/forgotten", operation_id = "forgotten_password", tag = "auth", security(()), request_body = ForgottenPassword, responses(
    (status = 202), (status = 429, body = Problem)))]
pub async fn forgotten(
    State(app): State<App>,
    SeenFrom(origin): SeenFrom,
    Json(asked): Json<ForgottenPassword>,
) -> ApiResult<StatusCode> {
    let (context, queue) = (app.context.clone(), app.queue.clone());
    run_command(async move { ask_for_new_password(&context, &queue, &asked.email, &origin).await }).await?;
    Ok(StatusCode::ACCEPTED)
}

/// Choose a new password by the link of a mail. All sessions end; sign in with it.
#[utoipa::path(post, path = "/password/new", operation_id = "set_new_password", tag = "auth", security(()), request_body = NewPassword, responses(
    (status = 204), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn renew(
    State(app): State<App>,
    SeenFrom(origin): SeenFrom,
    Json(chosen): Json<NewPassword>,
) -> ApiResult<StatusCode> {
    let (context, links) = (app.context.clone(), app.mail_links.clone());
    let NewPassword { token, password } = chosen;
    run_command(async move {
        counted(&context, &origin, LINK, set_new_password(&context, &links, &token, password, &origin)).await
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ask whether a password would do, before it is chosen. Nothing is stored, and nothing is said of passwords that anybody has.
#[utoipa::path(post, path = "/password/check", operation_id = "check_password", tag = "auth", security(()), request_body = ConsideredPassword, responses(
    (status = 200, body = PasswordVerdict), (status = 429, body = Problem)))]
pub async fn check(
    State(app): State<App>,
    SeenFrom(origin): SeenFrom,
    Json(asked): Json<ConsideredPassword>,
) -> ApiResult<Answer<PasswordVerdict>> {
    let ConsideredPassword { password, email, name } = asked;
    let checked = check_strength(&password, &email, &name);
    match counted(&app.context, &origin, CONSIDERED, checked).await {
        Ok(strength) => Ok(Answer(PasswordVerdict {
            accepted: true,
            code: None,
            message: match strength {
                Strength::Good => "Good enough. One more word would make it hard to guess.".into(),
                Strength::Strong => "Hard to guess.".into(),
            },
        })),
        Err(AuthError::Command(CommandError::Rejected(rejections))) => {
            let said: Vec<&str> = rejections.iter().map(|rejection| rejection.message.as_str()).collect();
            Ok(Answer(PasswordVerdict {
                accepted: false,
                code: rejections.first().map(|rejection| rejection.code.clone()),
                message: said.join(" "),
            }))
        }
        Err(error) => Err(error.into()),
    }
}
