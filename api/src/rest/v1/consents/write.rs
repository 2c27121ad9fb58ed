//! Recording, withdrawing and taking back over REST.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::suppression::consents::record::{RecordConsent, record_consent};
use pivotal_commands::suppression::consents::take_back::{TakeConsentBack, take_consent_back};
use pivotal_commands::suppression::consents::withdraw::{WithdrawConsent, withdraw_consent};

use super::ids;
use super::types::{ConsentDone, ConsentMistake, ConsentWithdrawal, NewConsent};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::suppression::consents::mutation::counting;
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// Record why a person may be contacted, for one or both channels: all of them or none.
#[utoipa::path(post, path = "/{id}/consents", operation_id = "record_consent", tag = "consents", params(("id" = Uuid, Path)), request_body = NewConsent, security(("bearer" = ["CONSENTS_RECORD"])), responses(
    (status = 200, body = ConsentDone), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn record(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(contact): Id,
    Json(new): Json<NewConsent>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let (channels, typed) = new.typed();
    let record = RecordConsent {
        contact,
        channels: channels.clone(),
        typed,
        idempotency_key: idempotency_key(&headers)?,
    };
    let done = run_command(async move { record_consent(&context, &actor, record).await }).await?;
    let body = ConsentDone { statement_ids: counting(&done.state, &channels), suppressed: 0 };
    Ok(answer(StatusCode::OK, done.position, body))
}

/// The person said no: their emails or numbers are suppressed for everybody at once. A repeat changes nothing.
#[utoipa::path(post, path = "/{id}/consents/withdraw", operation_id = "withdraw_consent", tag = "consents", params(("id" = Uuid, Path)), request_body = ConsentWithdrawal, security(("bearer" = ["CONSENTS_RECORD"])), responses(
    (status = 200, body = ConsentDone), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn withdraw(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(contact): Id,
    Json(said): Json<ConsentWithdrawal>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let channels = said.channels.clone();
    let withdraw = WithdrawConsent {
        contact,
        channels: said.channels,
        withdrawn_at: said.at.unwrap_or_else(|| context.now()),
        origin: said.origin,
        note: said.note,
    };
    let done = run_command(async move { withdraw_consent(&context, &actor, withdraw).await }).await?;
    let body = ConsentDone { statement_ids: counting(&done.state, &channels), suppressed: done.suppressed };
    Ok(answer(StatusCode::OK, done.position, body))
}

/// A statement was recorded by mistake: what was said before counts again.
#[utoipa::path(post, path = "/{id}/consents/{statement}/take-back", operation_id = "take_consent_back", tag = "consents", params(("id" = Uuid, Path), ("statement" = Uuid, Path)), request_body = ConsentMistake, security(("bearer" = ["CONSENTS_RECORD"])), responses(
    (status = 200, body = ConsentDone), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn take_back(
    State(app): State<App>,
    Signed(actor): Signed,
    Path(path): Path<(String, String)>,
    Json(said): Json<ConsentMistake>,
) -> ApiResult<Response> {
    let (contact, statement) = ids(path)?;
    let context = app.context.clone();
    let take_back = TakeConsentBack { contact, statement, why: said.why };
    let done = run_command(async move { take_consent_back(&context, &actor, take_back).await }).await?;
    let body = ConsentDone { statement_ids: vec![statement], suppressed: 0 };
    Ok(answer(StatusCode::OK, done.position, body))
}
