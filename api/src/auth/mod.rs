//! Who is asking: from the bearer token of a request (an access token or an API key) to an actor, and the cookie of the refresh
//! token.

pub mod cookie;
pub mod csrf;
pub mod origin;
pub mod session;
pub mod signed;
pub mod viewing;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use pivotal_commands::identity::api_keys;
use pivotal_commands::identity::sessions::Origin;
use pivotal_commands::identity::sessions::error::AuthError;
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use self::origin::origin_of;
use self::session::InSession;
use crate::app::App;
use crate::errors::ApiError;

/// Puts the actor of a valid token into the request. Without one the request goes on as a stranger's: whether that is
/// enough is the gates' to decide, so that signing in works with an old token in hand.
pub async fn authenticate(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let Some(token) = bearer(request.headers()).map(ToOwned::to_owned) else {
        return next.run(request).await;
    };
    let origin = origin_of(&app, &request);
    match enter(&app, &token, source_of(&request), &origin).await {
        Ok((actor, session)) => {
            let asked = match viewing::of_headers(request.headers()) {
                Ok(asked) => asked,
                Err(error) => return error.into_response(),
            };
            let actor = match viewing::seen_as(&app, actor, asked).await {
                Ok(actor) => actor,
                Err(error) => return error.into_response(),
            };
            request.extensions_mut().insert(actor);
            if let Some(session) = session {
                request.extensions_mut().insert(InSession(session));
            }
            next.run(request).await
        }
        Err(AuthError::NoSession) => next.run(request).await,
        Err(error) => ApiError::from(error).into_response(),
    }
}

/// Who comes with this token: somebody in a session, or a program with an API key, which has none.
pub async fn enter(
    app: &App,
    token: &str,
    source: &str,
    origin: &Origin,
) -> Result<(Actor, Option<Uuid>), AuthError> {
    if token.starts_with(api_keys::BEGINS) {
        return Ok((app.api_keys.authenticate(token, origin).await?, None));
    }
    let signed = app.sessions.authenticate(token, source, origin).await?;
    Ok((signed.actor, Some(signed.session)))
}

/// `Authorization: Bearer <token>`.
pub fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

/// Browsers say where a request comes from; programs do not. GraphQL is what the web app speaks.
fn source_of(request: &Request) -> &'static str {
    let same_origin = request.headers().get("sec-fetch-site").is_some_and(|site| site == "same-origin");
    if same_origin || request.uri().path().starts_with("/graphql") { "ui" } else { "api" }
}
