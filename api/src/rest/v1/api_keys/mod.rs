//! API keys over REST.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use chrono::{DateTime, Utc};
use pivotal_commands::identity::api_keys::create::{CreateApiKey, create_api_key};
use pivotal_commands::identity::api_keys::revoke::revoke_api_key;
use pivotal_projections::identity::api_keys::{SPEC, query};
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::identity::api_keys::types::{self, ApiKeyState};
use crate::rest::v1::command::answer;
use crate::rest::v1::json::Json as Body;
use crate::rest::v1::page::{Id, stale};
use crate::run_command::run_command;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(revoke))
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ApiKey {
    pub id: Uuid,
    /// Who made it, in whose name it speaks.
    pub user_id: Uuid,
    pub name: String,
    /// How the secret begins.
    #[schema(example = "pvk_1a2b3c4d")]
    pub prefix: String,
    pub scopes: Vec<String>,
    /// ACTIVE, EXPIRED, REVOKED.
    pub state: String,
    pub created_at: DateTime<Utc>,
    pub expires_at: Option<DateTime<Utc>>,
    pub revoked_at: Option<DateTime<Utc>>,
    /// Known a few seconds late.
    pub last_used_at: Option<DateTime<Utc>>,
    pub last_used_ip: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ApiKeys {
    pub items: Vec<ApiKey>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewApiKey {
    #[schema(example = "Warehouse sync")]
    pub name: String,
    /// Permissions of the policy table; at most what you may do yourself.
    pub scopes: Vec<String>,
    /// Left out: good until it is revoked.
    #[serde(default)]
    pub expires_at: Option<DateTime<Utc>>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreatedApiKey {
    /// Send it as `Authorization: Bearer <secret>`. To be had only now.
    pub secret: String,
    pub api_key: ApiKey,
}

/// The newest 500 keys of everybody, the newest first.
#[utoipa::path(get, path = "", operation_id = "list_api_keys", tag = "api keys", security(("bearer" = ["API_KEYS_MANAGE"])), responses(
    (status = 200, body = ApiKeys), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
) -> ApiResult<Json<ApiKeys>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let rows = query::api_keys(&app.context.log.pools.read, &actor).await?;
    let mut uses = app.api_keys.last_uses(&actor).await?;
    let now = app.context.now();
    let items = rows.into_iter().map(|row| {
        let last = uses.remove(&row.id);
        present(types::ApiKey::of(row, last, now))
    });
    Ok(Json(ApiKeys { items: items.collect() }))
}

/// Make a key with which a program comes in, in your name. Its secret is in this answer and nowhere else.
#[utoipa::path(post, path = "", operation_id = "create_api_key", tag = "api keys", request_body = NewApiKey, security(("bearer" = ["API_KEYS_MANAGE"])), responses(
    (status = 201, body = CreatedApiKey), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    Signed(actor): Signed,
    Body(new): Body<NewApiKey>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let input = CreateApiKey { name: new.name, scopes: new.scopes, expires_at: new.expires_at };
    let created = run_command(async move { create_api_key(&context, &actor, input).await }).await?;
    let body = CreatedApiKey {
        secret: created.secret.expose_secret().to_owned(),
        api_key: present(types::ApiKey::of_state(&created.key, app.context.now())),
    };
    let mut response = answer(StatusCode::CREATED, created.key.position, body);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// Take a key back: it lets nobody in any more, at once. A repeat is fine.
#[utoipa::path(post, path = "/{id}/revoke", operation_id = "revoke_api_key", tag = "api keys", params(("id" = Uuid, Path)), security(("bearer" = ["API_KEYS_MANAGE"])), responses(
    (status = 200, body = ApiKey), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn revoke(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let context = app.context.clone();
    let revoked = run_command(async move { revoke_api_key(&context, &actor, id).await }).await?;
    let key = present(types::ApiKey::of_state(&revoked, app.context.now()));
    Ok(answer(StatusCode::OK, revoked.position, key))
}

fn present(key: types::ApiKey) -> ApiKey {
    let state = match key.state {
        ApiKeyState::Active => "ACTIVE",
        ApiKeyState::Expired => "EXPIRED",
        ApiKeyState::Revoked => "REVOKED",
    };
    ApiKey {
        id: key.id,
        user_id: key.user_id,
        name: key.name,
        prefix: key.prefix,
        scopes: key.scopes,
        state: state.to_owned(),
        created_at: key.created_at,
        expires_at: key.expires_at,
        revoked_at: key.revoked_at,
        last_used_at: key.last_used_at,
        last_used_ip: key.last_used_ip,
    }
}
