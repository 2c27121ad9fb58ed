//! Letting a campaign go, and holding it.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::campaigns::campaigns::change_pace::change_pace;
use pivotal_commands::campaigns::campaigns::choose_winner::choose_winner;
use pivotal_commands::campaigns::campaigns::launch::{Checked, launch_campaign};
use pivotal_commands::campaigns::campaigns::pause::{pause_campaign, resume_campaign};
use pivotal_commands::campaigns::campaigns::retry_take::retry_take;
use pivotal_commands::campaigns::campaigns::schedule::{schedule_campaign, unschedule_campaign};
use pivotal_commands::campaigns::campaigns::stop::stop_campaign;
use pivotal_commands::campaigns::campaigns::top_up::top_up as top_up_campaign;
use pivotal_commands::error::Rejection;
use pivotal_domain::campaigns::campaigns::preflight::{Item, Level};
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::body::Audience;
use super::types::{
    Campaign, CampaignPaceChange, CampaignReason, CampaignResumed, CampaignTopUp, CampaignWinner,
};
use super::write::answered;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, FieldProblem, PREFLIGHT_FAILED, Problem};
use crate::rest::v1::command::idempotency_key;
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// Launches it now: its audience is taken, and it runs. Refused with all faults of the pre-flight.
#[utoipa::path(post, path = "/{id}/launch", operation_id = "launch_campaign", tag = "campaigns", params(("id" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_LAUNCH"])), responses(
    (status = 200, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn launch(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Response> {
    let key = idempotency_key(&headers)?;
    let (context, outside, by) = (app.context.clone(), app.campaigns.clone(), actor.clone());
    let done = run_command(async move { launch_campaign(&context, &outside, &by, id, key.as_deref()).await })
        .await?;
    app.queue.wake();
    checked(&app, &actor, id, done).await
}

/// It starts by itself at its moment. Refused with all faults of the pre-flight, which is asked again then.
#[utoipa::path(post, path = "/{id}/schedule", operation_id = "schedule_campaign", tag = "campaigns", params(("id" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_LAUNCH"])), responses(
    (status = 200, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn start_at(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, outside, by) = (app.context.clone(), app.campaigns.clone(), actor.clone());
    let done = run_command(async move { schedule_campaign(&context, &outside, &by, id).await }).await?;
    app.queue.wake();
    checked(&app, &actor, id, done).await
}

/// It is a draft again.
#[utoipa::path(post, path = "/{id}/unschedule", operation_id = "unschedule_campaign", tag = "campaigns", params(("id" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_LAUNCH"])), responses(
    (status = 200, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn unschedule(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { unschedule_campaign(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// Nothing more leaves, but for what is being handed over.
#[utoipa::path(post, path = "/{id}/pause", operation_id = "pause_campaign", tag = "campaigns", params(("id" = Uuid, Path)), request_body = CampaignReason, security(("bearer" = ["CAMPAIGNS_LAUNCH"])), responses(
    (status = 200, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn pause(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(wanted): Json<CampaignReason>,
) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { pause_campaign(&context, &by, id, wanted.reason).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// After complaints it asks for a reason; after a restore of the log, that some people may get it twice is to be accepted.
#[utoipa::path(post, path = "/{id}/resume", operation_id = "resume_campaign", tag = "campaigns", params(("id" = Uuid, Path)), request_body = CampaignResumed, security(("bearer" = ["CAMPAIGNS_LAUNCH"])), responses(
    (status = 200, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn resume(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(wanted): Json<CampaignResumed>,
) -> ApiResult<Response> {
    let CampaignResumed { reason, accepted_after_restore } = wanted;
    let (context, by) = (app.context.clone(), actor.clone());
    let done =
        run_command(async move { resume_campaign(&context, &by, id, accepted_after_restore, reason).await })
            .await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// For good: whoever has not had it is left out.
#[utoipa::path(post, path = "/{id}/stop", operation_id = "stop_campaign", tag = "campaigns", params(("id" = Uuid, Path)), request_body = CampaignReason, security(("bearer" = ["CAMPAIGNS_LAUNCH"])), responses(
    (status = 200, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn stop(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(wanted): Json<CampaignReason>,
) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { stop_campaign(&context, &by, id, wanted.reason).await }).await?;
    app.queue.wake();
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// Its audience could not be taken, however often it was tried: it is tried again.
#[utoipa::path(post, path = "/{id}/audience/retry", operation_id = "retry_campaign_audience", tag = "campaigns", params(("id" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_LAUNCH"])), responses(
    (status = 200, body = Campaign), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn take_retry(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { retry_take(&context, &by, id).await }).await?;
    app.queue.wake();
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// Whoever no earlier audience version has joins.
#[utoipa::path(post, path = "/{id}/top-up", operation_id = "top_up_campaign", tag = "campaigns", params(("id" = Uuid, Path)), request_body = CampaignTopUp, security(("bearer" = ["CAMPAIGNS_LAUNCH"])), responses(
    (status = 200, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn top_up(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(wanted): Json<CampaignTopUp>,
) -> ApiResult<Response> {
    let definition = wanted.audience.map(Audience::read).transpose()?;
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { top_up_campaign(&context, &by, id, definition).await }).await?;
    app.queue.wake();
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// How fast and in which hours it goes on.
#[utoipa::path(put, path = "/{id}/pace", operation_id = "change_campaign_pace", tag = "campaigns", params(("id" = Uuid, Path)), request_body = CampaignPaceChange, security(("bearer" = ["CAMPAIGNS_LAUNCH"])), responses(
    (status = 200, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn pace(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(wanted): Json<CampaignPaceChange>,
) -> ApiResult<Response> {
    let CampaignPaceChange { per_second, windows } = wanted;
    let (context, by) = (app.context.clone(), actor.clone());
    let done =
        run_command(async move { change_pace(&context, &by, id, per_second, windows.map(Into::into)).await })
            .await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// Whoever waits for the end of the test gets this variant, at any time of it.
#[utoipa::path(post, path = "/{id}/winner", operation_id = "choose_campaign_winner", tag = "campaigns", params(("id" = Uuid, Path)), request_body = CampaignWinner, security(("bearer" = ["CAMPAIGNS_LAUNCH"])), responses(
    (status = 200, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn winner(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(CampaignWinner { variant }): Json<CampaignWinner>,
) -> ApiResult<Response> {
    let (context, figures, by) = (app.context.clone(), app.campaigns.figures.clone(), actor.clone());
    let variant = variant.to_ascii_uppercase();
    let done =
        run_command(async move { choose_winner(&context, figures.as_ref(), &by, id, variant).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// A launch that was refused says all that keeps it, each with the step where it is mended.
async fn checked(app: &App, actor: &Actor, id: Uuid, done: Checked) -> ApiResult<Response> {
    match done {
        Checked::Done(done) => answered(app, actor, StatusCode::OK, (id, done.position)).await,
        Checked::Refused(items) => {
            let faults = items.iter().filter(|item| item.level == Level::Fault);
            let words: Vec<&str> = faults.clone().map(|item| item.words.as_str()).collect();
            let mut refused = ApiError::new(PREFLIGHT_FAILED, words.join(" "));
            refused.errors = faults.map(fault).collect();
            Err(refused)
        }
    }
}

fn fault(item: &Item) -> FieldProblem {
    Rejection::of_field(item.step.as_str(), item.code, item.words.clone()).into()
}
