//! What Pivotal works with outside of itself, over REST.

use axum::Json;
use axum::extract::{Path, State};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::providers::{self, ProviderKind, ProviderState};

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(test))
}

/// A service that Pivotal works with. Never with a secret of it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Provider {
    pub kind: ProviderKind,
    pub state: ProviderState,
    /// What it is called, or where it is.
    pub name: Option<String>,
    /// Whether there is a test that does no harm.
    pub testable: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Providers {
    pub items: Vec<Provider>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProviderTested {
    pub worked: bool,
    /// What it came to, in words.
    pub message: String,
    pub took_ms: i32,
}

/// What Pivotal works with outside of itself, and how each is set up.
#[utoipa::path(get, path = "", operation_id = "list_providers", tag = "providers", security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = Providers), (status = 403, body = Problem)))]
pub async fn list(State(app): State<App>, _: Signed) -> ApiResult<Json<Providers>> {
    let items = providers::providers(&app).into_iter().map(|provider| Provider {
        kind: provider.kind,
        state: provider.state,
        name: provider.name,
        testable: provider.testable,
    });
    Ok(Json(Providers { items: items.collect() }))
}

/// Ask it something that does no harm; mail goes to the caller alone.
#[utoipa::path(post, path = "/{kind}/test", operation_id = "test_provider", tag = "providers", params(("kind" = String, Path)), security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = ProviderTested), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn test(
    State(app): State<App>,
    Signed(actor): Signed,
    Path(kind): Path<String>,
) -> ApiResult<Json<ProviderTested>> {
    let kind = ProviderKind::parse(&kind).ok_or_else(|| ApiError::not_found("provider"))?;
    let tested = providers::test(&app, &actor, kind).await?;
    Ok(Json(ProviderTested { worked: tested.worked, message: tested.message, took_ms: tested.took_ms }))
}
