//! What a person found out about emails of which nobody knew whether they left.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use pivotal_commands::email::sending::unknown::{self, SettleUnknown};

use super::types::{UnknownSettled, UnknownSettledAnswer};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::command::answer;
use crate::rest::v1::json::Json as Body;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// Says of emails that may or may not have left what somebody found out. Nothing is sent again by it.
#[utoipa::path(post, path = "/{id}/recipients/unknown/settle", operation_id = "settle_unknown_recipients", tag = "campaigns", params(("id" = Uuid, Path)), request_body = UnknownSettled, security(("bearer" = ["CAMPAIGNS_LAUNCH"])), responses(
    (status = 200, body = UnknownSettledAnswer), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn settle_unknown(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Body(UnknownSettled { was, contact_ids }): Body<UnknownSettled>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let wanted = SettleUnknown { campaign: id, contacts: contact_ids, was: was.into() };
    let done = run_command(async move { unknown::settle_unknown(&context, &actor, wanted).await }).await?;
    Ok(answer(StatusCode::OK, done.position, UnknownSettledAnswer { settled: done.count as u64 }))
}
