//! Bringing along what another system knows to have happened.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use pivotal_commands::audience::engagement::record::{RecordEngagement, record_engagement};
use pivotal_domain::audience::engagement::entry::Entry;

use super::types::{EngagementTold, NewEngagement};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::command::answer;
use crate::rest::v1::json::Json;
use crate::run_command::run_command;

/// Write down what another system knows to have happened to contacts. What cannot be let in is told entry by entry; the others are
/// kept. An entry that was told before is let in once, by its key.
#[utoipa::path(post, path = "", operation_id = "record_engagement", tag = "engagement", request_body = NewEngagement, security(("bearer" = ["IMPORTS_RUN"])), responses(
    (status = 200, body = EngagementTold), (status = 400, body = Problem), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn record(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(new): Json<NewEngagement>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let NewEngagement { system, entries } = new;
    let input = RecordEngagement { system, entries: entries.into_iter().map(Entry::from).collect() };
    let told = run_command(async move { record_engagement(&context, &actor, input).await }).await?;
    Ok(answer(StatusCode::OK, told.position, EngagementTold::from(told)))
}
