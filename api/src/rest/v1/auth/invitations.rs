//! `POST /api/v1/auth/invitations/show` and `/accept`: for who holds the link of a mail and is not signed in. The token comes in
//! the body, so that it stands in no log of addresses.

use axum::Json as Answer;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use pivotal_commands::identity::invitations::accept::{AcceptInvitation, invited};
use pivotal_commands::identity::sessions::attempts::counted;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::types::{Session, secret, signed_in};
use crate::app::App;
use crate::auth::origin::From as SeenFrom;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::json::Json;
use crate::run_command::run_command;

/// As what tries with links of mails are counted.
pub(super) const LINK: &str = "link";

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkToken {
    /// What stands behind `#` in the link.
    pub token: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct InvitedAs {
    pub email: String,
    #[schema(example = "AGENT")]
    pub role: String,
    /// Name of the client organisation of a client user.
    pub client: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// What stands behind `#` in the link.
    pub token: String,
    pub name: String,
    #[serde(deserialize_with = "secret")]
    #[schema(value_type = String, format = Password)]
    pub password: SecretString,
}

/// What an invitation is for.
#[utoipa::path(post, path = "/invitations/show", operation_id = "show_invitation", tag = "auth", security(()), request_body = LinkToken, responses(
    (status = 200, body = InvitedAs), (status = 404, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn show(
    State(app): State<App>,
    SeenFrom(origin): SeenFrom,
    Json(link): Json<LinkToken>,
) -> ApiResult<Response> {
    let work = invited(&app.context, &app.mail_links, &link.token);
    let shown = counted(&app.context, &origin, LINK, work).await?;
    let role = shown.role.as_str().to_ascii_uppercase();
    let mut response = Answer(InvitedAs { email: shown.email, role, client: shown.client }).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// Join: choose a name and a password, and be signed in. Each invitation is good once.
#[utoipa::path(post, path = "/invitations/accept", operation_id = "accept_invitation", tag = "auth", security(()), request_body = Acceptance, responses(
    (status = 200, body = Session), (status = 404, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn accept(
    State(app): State<App>,
    SeenFrom(origin): SeenFrom,
    Json(acceptance): Json<Acceptance>,
) -> ApiResult<Response> {
    let (sessions, links) = (app.sessions.clone(), app.mail_links.clone());
    let Acceptance { token, name, password } = acceptance;
    let input = AcceptInvitation { token, name, password };
    let context = app.context.clone();
    let signed =
        run_command(
            async move { counted(&context, &origin, LINK, sessions.join(&links, input, &origin)).await },
        )
        .await?;
    Ok(signed_in(&app, signed))
}
