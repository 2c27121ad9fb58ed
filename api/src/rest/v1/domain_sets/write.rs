//! Changing and matching domain sets, judging items.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use pivotal_commands::audience::domain_sets::archive::{archive_domain_set, restore_domain_set};
use pivotal_commands::audience::domain_sets::change::change_domain_set;
use pivotal_commands::audience::domain_sets::judge::{JudgeItem, judge_item};
use pivotal_commands::audience::domain_sets::rematch::{cancel_matching, rematch};
use pivotal_commands::audience::domain_sets::retract::{RetractWord, retract_word};
use pivotal_domain::audience::domain_sets::command::Changes;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::domain_sets::SPEC;
use serde_json::json;
use uuid::Uuid;

use super::types::{
    DomainSet, DomainSetChanged, DomainSetItemJudged, DomainSetItemRetracted, DomainSetProcessed, sharing,
};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::domain_sets::query::seen;
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::answer;
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// The set as it is now; only its id when the lists do not show it in time.
pub async fn answered(
    app: &App,
    actor: &Actor,
    status: StatusCode,
    (id, position): (Uuid, Option<i64>),
) -> ApiResult<Response> {
    if let Some(position) = position
        && stale_at(app, &[SPEC.name], position).await?
    {
        return Ok(answer(StatusCode::ACCEPTED, Some(position), json!({ "id": id })));
    }
    Ok(answer(status, position, DomainSet::from(seen(app, actor, id).await?)))
}

/// Rename, share or tag a domain set.
#[utoipa::path(patch, path = "/{id}", operation_id = "update_domain_set", tag = "domain-sets", params(("id" = Uuid, Path)), request_body = DomainSetChanged, security(("bearer" = ["DOMAIN_SETS_EDIT"])), responses(
    (status = 200, body = DomainSet), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn update(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(said): Json<DomainSetChanged>,
) -> ApiResult<Response> {
    let shared = said.sharing.map(|with| sharing(with, said.team_id)).transpose()?;
    let changes = Changes { name: said.name, sharing: shared, tags: said.tags };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { change_domain_set(&context, &by, id, changes).await }).await?;
    answered(&app, &actor, StatusCode::OK, (done.id, done.position)).await
}

/// Archive a domain set. Nothing of it is lost.
#[utoipa::path(delete, path = "/{id}", operation_id = "archive_domain_set", tag = "domain-sets", params(("id" = Uuid, Path)), security(("bearer" = ["DOMAIN_SETS_EDIT"])), responses(
    (status = 200, body = DomainSet), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn archive(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { archive_domain_set(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, (done.id, done.position)).await
}

/// Bring an archived domain set back.
#[utoipa::path(post, path = "/{id}/restore", operation_id = "restore_domain_set", tag = "domain-sets", params(("id" = Uuid, Path)), security(("bearer" = ["DOMAIN_SETS_EDIT"])), responses(
    (status = 200, body = DomainSet), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn restore(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { restore_domain_set(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, (done.id, done.position)).await
}

/// Match a domain set anew, as a job. What people said of items stays.
#[utoipa::path(post, path = "/{id}/process", operation_id = "process_domain_set", tag = "domain-sets", params(("id" = Uuid, Path)), request_body = DomainSetProcessed, security(("bearer" = ["DOMAIN_SETS_EDIT"])), responses(
    (status = 202, body = DomainSet), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn process(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(said): Json<DomainSetProcessed>,
) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { rematch(&context, &by, id, said.stubs).await }).await?;
    app.queue.wake();
    answered(&app, &actor, StatusCode::ACCEPTED, (done.id, done.position)).await
}

/// Stop the matching after the chunk that is being written. What was matched until then stays.
#[utoipa::path(post, path = "/{id}/cancel", operation_id = "cancel_domain_set", tag = "domain-sets", params(("id" = Uuid, Path)), security(("bearer" = ["DOMAIN_SETS_EDIT"])), responses(
    (status = 200, body = DomainSet), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn cancel(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    run_command(async move { cancel_matching(&context, &by, id).await }).await?;
    app.queue.wake();
    answered(&app, &actor, StatusCode::OK, (id, None)).await
}

/// Say which account an item is, or which it is not. It stands against whatever a matching finds, before and after.
#[utoipa::path(post, path = "/{id}/judge", operation_id = "judge_domain_set_item", tag = "domain-sets", params(("id" = Uuid, Path)), request_body = DomainSetItemJudged, security(("bearer" = ["DOMAIN_SETS_EDIT"])), responses(
    (status = 200), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn judge(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(said): Json<DomainSetItemJudged>,
) -> ApiResult<Response> {
    let judge = JudgeItem {
        domain_set_id: id,
        item: said.item,
        verdict: said.verdict.into(),
        account: said.account_id,
    };
    let context = app.context.clone();
    let position = run_command(async move { judge_item(&context, &actor, judge).await }).await?;
    Ok(answer(StatusCode::OK, Some(position), json!({ "id": id, "item": said.item })))
}

/// Take back what was last said of an item: it is what it was before.
#[utoipa::path(post, path = "/{id}/retract", operation_id = "retract_domain_set_item", tag = "domain-sets", params(("id" = Uuid, Path)), request_body = DomainSetItemRetracted, security(("bearer" = ["DOMAIN_SETS_EDIT"])), responses(
    (status = 200), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn retract(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(said): Json<DomainSetItemRetracted>,
) -> ApiResult<Response> {
    let retract = RetractWord { domain_set_id: id, item: said.item, account: said.account_id };
    let context = app.context.clone();
    let position = run_command(async move { retract_word(&context, &actor, retract).await }).await?;
    Ok(answer(StatusCode::OK, Some(position), json!({ "id": id, "item": said.item })))
}
