//! The switch that stops all sending, over REST.

use axum::Json as Answer;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use chrono::{DateTime, Utc};
use pivotal_commands::campaigns::campaigns::switch::{allow_sending, stop_sending};
use pivotal_projections::campaigns::campaigns::SPEC;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::types::CampaignReason;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::campaigns::campaigns::switch::shown;
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::answer;
use crate::rest::v1::json::Json;
use crate::rest::v1::page::stale;
use crate::run_command::run_command;

/// Stops all sending, of mail and of calls.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SendingSwitch {
    pub stopped: bool,
    pub since: Option<DateTime<Utc>>,
    /// Who threw it last.
    pub by_name: Option<String>,
    pub reason: Option<String>,
}

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get)).routes(routes!(stop)).routes(routes!(allow))
}

/// Whether all sending is stopped.
#[utoipa::path(get, path = "", operation_id = "get_sending_switch", tag = "campaigns", security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = SendingSwitch), (status = 403, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(_actor): Signed,
    headers: HeaderMap,
) -> ApiResult<Answer<SendingSwitch>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    Ok(Answer(as_it_is(&app).await?))
}

/// Stops all sending at once, of mail and of calls.
#[utoipa::path(post, path = "/stop", operation_id = "stop_sending", tag = "campaigns", request_body = CampaignReason, security(("bearer" = ["CAMPAIGNS_LAUNCH"])), responses(
    (status = 200, body = SendingSwitch), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn stop(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(wanted): Json<CampaignReason>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let done = run_command(async move { stop_sending(&context, &actor, wanted.reason).await }).await?;
    answered(&app, done.position).await
}

/// Whatever ran goes on.
#[utoipa::path(post, path = "/allow", operation_id = "allow_sending", tag = "campaigns", security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = SendingSwitch), (status = 403, body = Problem)))]
pub async fn allow(State(app): State<App>, Signed(actor): Signed) -> ApiResult<Response> {
    let context = app.context.clone();
    let done = run_command(async move { allow_sending(&context, &actor).await }).await?;
    answered(&app, done.position).await
}

async fn answered(app: &App, position: Option<i64>) -> ApiResult<Response> {
    if let Some(position) = position {
        stale_at(app, &[SPEC.name], position).await?;
    }
    Ok(answer(StatusCode::OK, position, as_it_is(app).await?))
}

async fn as_it_is(app: &App) -> ApiResult<SendingSwitch> {
    let switch = shown(app).await?;
    Ok(SendingSwitch {
        stopped: switch.stopped,
        since: switch.since,
        by_name: switch.by_name,
        reason: switch.reason,
    })
}
