//! Asking for suggestions, accepting and rejecting them.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::audience::bulk::start::start_bulk;
use pivotal_commands::audience::enrichment::accept::accept_industry;
use pivotal_commands::audience::enrichment::reject::{RejectIndustry, reject_industry};
use pivotal_commands::audience::enrichment::reopen::reopen_industry;
use pivotal_commands::audience::enrichment::start::{SuggestIndustries, suggest_industries};
use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::bulk::events::{Asked, Selection};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::accounts;
use pivotal_projections::audience::enrichment::SPEC;
use pivotal_projections::audience::enrichment::query;
use uuid::Uuid;

use super::types::{AcceptAll, Accepting, RejectAll, Rejection, SuggestFor, Suggesting, Suggestion};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::audience::bulk::input::tidy;
use crate::graphql::audience::enrichment::types::percent;
use crate::graphql::audience::enrichment::waiting::Waiting;
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::exports::write::list_filter;
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// Look at accounts and suggest industries, as a job. Nothing is written to them.
#[utoipa::path(post, path = "", operation_id = "suggest_industries", tag = "industry-suggestions", request_body = SuggestFor, security(("bearer" = ["RECORDS_BULK"])), responses(
    (status = 202, body = Suggesting), (status = 400, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn suggest(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(wanted): Json<SuggestFor>,
) -> ApiResult<Response> {
    let filter = list_filter(&app, &actor, Entity::Account, wanted.filter).await?;
    let has_model = app.config.model.industries.is_some();
    let input = SuggestIndustries { filter, outside: wanted.ask_model, has_model };
    let (context, queue) = (app.context.clone(), app.queue.clone());
    let job_id =
        run_command(async move { suggest_industries(&context, &queue, &actor, input).await }).await?;
    Ok(answer(StatusCode::ACCEPTED, None, Suggesting { job_id }))
}

/// Write the suggested industry and codes to the account.
#[utoipa::path(post, path = "/{id}/accept", operation_id = "accept_industry_suggestion", tag = "industry-suggestions", params(("id" = Uuid, Path)), security(("bearer" = ["ACCOUNTS_EDIT"])), responses(
    (status = 200, body = Suggestion), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn accept(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { accept_industry(&context, &by, id).await }).await?;
    answered(&app, &actor, id, done.position).await
}

/// Say no. It is remembered: nothing is suggested from the same evidence again.
#[utoipa::path(post, path = "/{id}/reject", operation_id = "reject_industry_suggestion", tag = "industry-suggestions", params(("id" = Uuid, Path)), request_body = Rejection, security(("bearer" = ["ACCOUNTS_EDIT"])), responses(
    (status = 200, body = Suggestion), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn reject(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(rejection): Json<Rejection>,
) -> ApiResult<Response> {
    let (context, by, reason) = (app.context.clone(), actor.clone(), rejection.reason);
    let done =
        run_command(async move { reject_industry(&context, &by, RejectIndustry { id, reason }).await });
    answered(&app, &actor, id, done.await?.position).await
}

/// Take a rejection back: the suggestion waits again.
#[utoipa::path(post, path = "/{id}/reopen", operation_id = "reopen_industry_suggestion", tag = "industry-suggestions", params(("id" = Uuid, Path)), security(("bearer" = ["ACCOUNTS_EDIT"])), responses(
    (status = 200, body = Suggestion), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn reopen(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { reopen_industry(&context, &by, id).await }).await?;
    answered(&app, &actor, id, done.position).await
}

/// Accept what waits and is sure enough, as a bulk change; at most 10,000 at once, the surest first.
#[utoipa::path(post, path = "/accept", operation_id = "accept_industry_suggestions", tag = "industry-suggestions", request_body = AcceptAll, security(("bearer" = ["RECORDS_BULK"])), responses(
    (status = 202, body = Accepting), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn accept_all(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(wanted): Json<AcceptAll>,
) -> ApiResult<Response> {
    let AcceptAll { confidence_at_least, industry, except } = wanted;
    let at_least = percent(confidence_at_least);
    let action = BulkAction::AcceptIndustry { at_least: u8::try_from(at_least).unwrap_or_default() };
    let waiting = Waiting { named: None, industry, at_least, except };
    begin(&app, actor, &headers, waiting, action).await
}

/// Say no to what waits, as a bulk change; at most 10,000 at once, the surest first. The accounts stay as they are.
#[utoipa::path(post, path = "/reject", operation_id = "reject_industry_suggestions", tag = "industry-suggestions", request_body = RejectAll, security(("bearer" = ["RECORDS_BULK"])), responses(
    (status = 202, body = Accepting), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn reject_all(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(wanted): Json<RejectAll>,
) -> ApiResult<Response> {
    let RejectAll { confidence_at_least, industry, except, reason } = wanted;
    let at_least = percent(confidence_at_least);
    let waiting = Waiting { named: None, industry, at_least, except };
    begin(&app, actor, &headers, waiting, BulkAction::RejectIndustry { reason: tidy(reason) }).await
}

/// The same is done to all that wait and are meant.
async fn begin(
    app: &App,
    actor: Actor,
    headers: &HeaderMap,
    waiting: Waiting,
    action: BulkAction,
) -> ApiResult<Response> {
    let key = idempotency_key(headers)?;
    let ids = waiting.ids(&app.context, &actor).await?;
    let accounts = ids.len();
    let asked = Asked::new(Entity::Account, action, Selection::Ids(ids), None);
    let context = app.context.clone();
    let done = run_command(async move { start_bulk(&context, &actor, asked, key.as_deref()).await }).await?;
    app.queue.wake();
    Ok(answer(StatusCode::ACCEPTED, done.position, Accepting { bulk_id: done.id, accounts }))
}

async fn answered(app: &App, actor: &Actor, id: Uuid, position: Option<i64>) -> ApiResult<Response> {
    if let Some(position) = position {
        stale_at(app, &[SPEC.name, accounts::SPEC.name], position).await?;
    }
    let row = query::get(&app.context.log.pools.read, actor, id).await?;
    let row = row.ok_or_else(|| ApiError::not_found("industry suggestion"))?;
    Ok(answer(StatusCode::OK, position, Suggestion::from(row)))
}
