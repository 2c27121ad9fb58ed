//! Signing in with an identity provider: `/api/v1/auth/oidc`, there (`/start`) and back (`/callback`).

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use pivotal_commands::error::CommandError;
use pivotal_commands::identity::sessions::attempts::{self, Scope};
use pivotal_commands::identity::sessions::error::AuthError;
use pivotal_commands::identity::sessions::outside::{Flow, OutsideError, Returned};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::app::App;
use crate::auth::cookie;
use crate::auth::origin::From as SeenFrom;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::page::Query;
use crate::run_command::run_command;

#[derive(Debug, Serialize, ToSchema)]
pub struct Provider {
    /// What people call it. Left out when none is set up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Back {
    #[serde(default)]
    pub code: String,
    #[serde(default)]
    pub state: String,
}

/// The identity provider that people may sign in with; without a name when none is set up, which is no error: every sign-in asks.
#[utoipa::path(get, path = "/oidc", operation_id = "show_identity_provider", tag = "auth", security(()), responses(
    (status = 200, body = Provider)))]
pub async fn show(State(app): State<App>) -> Json<Provider> {
    Json(Provider { name: app.identity_provider.as_ref().map(|provider| provider.name().to_owned()) })
}

/// For a browser: on to the identity provider.
#[utoipa::path(get, path = "/oidc/start", operation_id = "start_oidc", tag = "auth", security(()), responses(
    (status = 303), (status = 404, body = Problem), (status = 429, body = Problem)))]
pub async fn start(State(app): State<App>, SeenFrom(origin): SeenFrom) -> ApiResult<Response> {
    let provider = app.identity_provider.clone().ok_or_else(|| ApiError::not_found("identity provider"))?;
    // Each asks the provider on behalf of a stranger. Who comes back and is let in gets it back.
    if let Some(place) = place(origin.ip.as_deref())
        && let Some(wait) = attempts::begin(&app.context, Scope::Ip, &place).await?
    {
        return Err(AuthError::TooManyAttempts(wait).into());
    }
    let flow = Flow::begin()?;
    let address = match provider.address(&flow.ask(&callback_address(&app))).await {
        Ok(address) => address,
        Err(error) => {
            tracing::warn!(%error, "the identity provider could not be asked");
            return Ok(to(&refusal(OutsideError::Unavailable.code())));
        }
    };
    let mut response = to(&address);
    let cookie = cookie::outside::set(flow.secret(), app.config.server.is_https());
    cookie::insert(response.headers_mut(), cookie);
    Ok(response)
}

/// For a browser that comes back from the identity provider: into the app, or back to the sign-in with why not.
#[utoipa::path(get, path = "/oidc/callback", operation_id = "finish_oidc", tag = "auth", security(()), params(Back), responses(
    (status = 303), (status = 404, body = Problem)))]
pub async fn callback(
    State(app): State<App>,
    SeenFrom(origin): SeenFrom,
    headers: HeaderMap,
    Query(back): Query<Back>,
) -> ApiResult<Response> {
    let provider = app.identity_provider.clone().ok_or_else(|| ApiError::not_found("identity provider"))?;
    let returned = Returned {
        flow: cookie::outside::read(&headers).and_then(|secret| Flow::of(&secret)),
        state: back.state,
        code: back.code,
        redirect_uri: callback_address(&app),
    };
    let (sessions, place) = (app.sessions.clone(), place(origin.ip.as_deref()));
    let entered = run_command(async move {
        // What is refused is no error of the request: the browser goes back to the sign-in with it.
        Ok::<_, ApiError>(sessions.enter_from(provider.as_ref(), returned, &origin).await)
    })
    .await?;
    let https = app.config.server.is_https();
    let mut response = match entered {
        Ok(signed) => {
            if let Some(place) = place {
                attempts::succeeded(&app.context, Scope::Ip, &place).await?;
            }
            let expires = signed.refresh_expires_at;
            let cookie = cookie::set(&signed.refresh_token, expires, app.context.now(), https);
            let mut response = to("/");
            cookie::insert(response.headers_mut(), cookie);
            response
        }
        // An invitation whose time is over, say.
        Err(AuthError::Command(CommandError::Rejected(refused))) => {
            to(&refusal(refused.first().map_or("OIDC_REFUSED", |first| first.code.as_str())))
        }
        Err(AuthError::Command(error)) => return Err(error.into()),
        Err(error) => to(&refusal(error.code().unwrap_or("OIDC_REFUSED"))),
    };
    // Good once.
    cookie::insert(response.headers_mut(), cookie::outside::clear(https));
    Ok(response)
}

/// As what the ways of one address to the provider are counted.
fn place(ip: Option<&str>) -> Option<String> {
    ip.map(|ip| format!("identity provider {ip}"))
}

fn callback_address(app: &App) -> String {
    let server = &app.config.server;
    format!("{}/api/v1/auth/oidc/callback", server.shown_url(server.address))
}

/// The sign-in says it in words of its own: nothing of what came in stands in the address.
fn refusal(code: &str) -> String {
    format!("/login?refused={code}")
}

fn to(address: &str) -> Response {
    let Ok(location) = HeaderValue::from_str(address) else {
        return ApiError::not_found("address").into_response();
    };
    let mut response = StatusCode::SEE_OTHER.into_response();
    response.headers_mut().insert(header::LOCATION, location);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
