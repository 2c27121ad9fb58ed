//! Placing and lifting legal holds over REST.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::error::CommandError;
use pivotal_commands::suppression::legal_holds::lift::lift_legal_hold;
use pivotal_commands::suppression::legal_holds::place::{PlaceLegalHold, place_legal_hold};
use pivotal_domain::suppression::legal_holds::error::LegalHoldError;
use pivotal_domain::suppression::legal_holds::over::Over;

use super::types::{LegalHoldDone, LegalHoldLift, NewLegalHold};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// Place a hold: from now on nothing of it is deleted, neither by a rule nor by an erasure.
#[utoipa::path(post, path = "", operation_id = "place_legal_hold", tag = "retention", request_body = NewLegalHold, security(("bearer" = ["RETENTION_MANAGE"])), responses(
    (status = 201, body = LegalHoldDone), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn place(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<NewLegalHold>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let idempotency_key = idempotency_key(&headers)?;
    let placed = run_command(async move {
        let over = new.over.parse::<Over>().map_err(|_| CommandError::from(LegalHoldError::UnknownOver))?;
        let reference = new.reference.unwrap_or_default();
        let place = PlaceLegalHold { over, reason: new.reason, reference, idempotency_key };
        place_legal_hold(&context, &actor, place).await
    });
    let done = placed.await?;
    Ok(answer(StatusCode::CREATED, done.position, LegalHoldDone { id: done.id }))
}

/// Lift a hold: what stood under it goes by its rule again. A repeat changes nothing.
#[utoipa::path(post, path = "/{id}/lift", operation_id = "lift_legal_hold", tag = "retention", params(("id" = Uuid, Path)), request_body = LegalHoldLift, security(("bearer" = ["RETENTION_MANAGE"])), responses(
    (status = 200, body = LegalHoldDone), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn lift(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(said): Json<LegalHoldLift>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let done = run_command(async move { lift_legal_hold(&context, &actor, id, &said.reason).await }).await?;
    Ok(answer(StatusCode::OK, done.position, LegalHoldDone { id }))
}
