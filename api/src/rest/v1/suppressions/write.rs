//! Suppressing and releasing over REST.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use pivotal_commands::suppression::suppressions::add::{AddSuppressions, Entry, add_suppressions};
use pivotal_commands::suppression::suppressions::reach_of;
use pivotal_commands::suppression::suppressions::release::{ReleaseSuppression, release_suppression};
use pivotal_domain::audience::values::country::Country;

use super::types::{NewSuppressions, SuppressionReleased, SuppressionsAdded};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::command::answer;
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// Suppress one or many, effective at once. Adding twice changes nothing, so a repeat is safe.
#[utoipa::path(post, path = "", operation_id = "add_suppressions", tag = "suppressions", request_body = NewSuppressions, security(("bearer" = ["SUPPRESSIONS_ADD"])), responses(
    (status = 200, body = SuppressionsAdded), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn add(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(new): Json<NewSuppressions>,
) -> ApiResult<Response> {
    let entries = new.entries.into_iter().map(|entry| Entry { kind: entry.kind, value: entry.value });
    let add = AddSuppressions {
        entries: entries.collect(),
        reach: reach_of(&actor, new.client_id),
        reason: new.reason,
        until: new.until,
        note: new.note,
        country: new.country.as_deref().and_then(Country::parse),
    };
    let context = app.context.clone();
    let done = run_command(async move { add_suppressions(&context, &actor, add).await }).await?;
    Ok(answer(StatusCode::OK, done.position, SuppressionsAdded::from(done)))
}

/// Release a suppression: they may be contacted again. A second release changes nothing.
#[utoipa::path(post, path = "/{id}/release", operation_id = "release_suppression", tag = "suppressions", params(("id" = Uuid, Path)), request_body = SuppressionReleased, security(("bearer" = ["SUPPRESSIONS_RELEASE"])), responses(
    (status = 200), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn release(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(said): Json<SuppressionReleased>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let release = ReleaseSuppression { id, reason: said.reason };
    let done = run_command(async move { release_suppression(&context, &actor, release).await }).await?;
    Ok(answer(StatusCode::OK, done.position, serde_json::json!({ "id": id })))
}
