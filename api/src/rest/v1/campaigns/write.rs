//! Putting a campaign together: its audience, what it says and when, and a test to colleagues.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::campaigns::campaigns::archive::{archive_campaign, restore_campaign};
use pivotal_commands::campaigns::campaigns::confirm::confirm;
use pivotal_commands::campaigns::campaigns::copy::copy_campaign;
use pivotal_commands::campaigns::campaigns::create::{CreateCampaign, create_campaign};
use pivotal_commands::campaigns::campaigns::define_audience::define_audience;
use pivotal_commands::campaigns::campaigns::define_content::define_content;
use pivotal_commands::campaigns::campaigns::define_schedule::define_schedule;
use pivotal_commands::campaigns::campaigns::details::update_campaign;
use pivotal_commands::campaigns::campaigns::seed_test;
use pivotal_commands::error::CommandError;
use pivotal_domain::campaigns::campaigns::details::DetailChanges;
use pivotal_domain::campaigns::campaigns::happened::ConfirmationCode;
use pivotal_domain::campaigns::campaigns::state::Channel;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::campaigns::campaigns::SPEC;
use serde_json::json;
use uuid::Uuid;

use super::body::{Audience, Content, Schedule, Source};
use super::types::{
    Campaign, CampaignChanges, CampaignConfirmations, CampaignCopied, CampaignSeed, CampaignSeedSent,
    NewCampaign,
};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::campaigns::campaigns::query::shown;
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// A new campaign by mail: a draft of yours. What is refused of its content or schedule leaves the draft without it.
#[utoipa::path(post, path = "/email", operation_id = "create_email_campaign", tag = "campaigns", request_body = NewCampaign, security(("bearer" = ["CAMPAIGNS_EDIT"])), responses(
    (status = 201, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<NewCampaign>,
) -> ApiResult<Response> {
    let idempotency_key = idempotency_key(&headers)?;
    let NewCampaign { name, brand_id, client_id, include, content, schedule } = new;
    let include = Audience { include, exclude: Vec::<Source>::new() }.read()?.include;
    let input = CreateCampaign {
        channel: Channel::Email,
        name,
        brand: brand_id,
        client: client_id,
        include,
        idempotency_key,
    };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move {
        let made = create_campaign(&context, &by, input).await?;
        let mut position = made.position;
        if let Some(content) = content {
            position = define_content(&context, &by, made.id, content.read()).await?.position.or(position);
        }
        if let Some(schedule) = schedule {
            position = define_schedule(&context, &by, made.id, schedule.read()).await?.position.or(position);
        }
        Ok::<_, CommandError>((made.id, position))
    })
    .await?;
    answered(&app, &actor, StatusCode::CREATED, done).await
}

/// Another name, other tags, another owner.
#[utoipa::path(patch, path = "/{id}", operation_id = "update_campaign", tag = "campaigns", params(("id" = Uuid, Path)), request_body = CampaignChanges, security(("bearer" = ["CAMPAIGNS_EDIT"])), responses(
    (status = 200, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn update(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(new): Json<CampaignChanges>,
) -> ApiResult<Response> {
    let CampaignChanges { name, tags, owner_id, team_id, client_id } = new;
    let changes = DetailChanges { name, tags, owner: owner_id, team: team_id, client: client_id };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { update_campaign(&context, &by, id, changes).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// A new draft with the same audience, content and hours.
#[utoipa::path(post, path = "/{id}/copy", operation_id = "copy_campaign", tag = "campaigns", params(("id" = Uuid, Path)), request_body = CampaignCopied, security(("bearer" = ["CAMPAIGNS_EDIT"])), responses(
    (status = 201, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn copy(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Json(wanted): Json<CampaignCopied>,
) -> ApiResult<Response> {
    let key = idempotency_key(&headers)?;
    let (context, by) = (app.context.clone(), actor.clone());
    let done =
        run_command(async move { copy_campaign(&context, &by, id, wanted.name, key.as_deref()).await })
            .await?;
    answered(&app, &actor, StatusCode::CREATED, (done.id, done.position)).await
}

/// Whom it is for. What was confirmed is void.
#[utoipa::path(put, path = "/{id}/audience", operation_id = "define_campaign_audience", tag = "campaigns", params(("id" = Uuid, Path)), request_body = Audience, security(("bearer" = ["CAMPAIGNS_EDIT"])), responses(
    (status = 200, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn audience(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(wanted): Json<Audience>,
) -> ApiResult<Response> {
    let definition = wanted.read()?;
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { define_audience(&context, &by, id, definition).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// What it says. What was confirmed is void.
#[utoipa::path(put, path = "/{id}/content", operation_id = "define_campaign_content", tag = "campaigns", params(("id" = Uuid, Path)), request_body = Content, security(("bearer" = ["CAMPAIGNS_EDIT"])), responses(
    (status = 200, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn content(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(wanted): Json<Content>,
) -> ApiResult<Response> {
    let content = wanted.read();
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { define_content(&context, &by, id, content).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// When it goes out, in which hours and how fast.
#[utoipa::path(put, path = "/{id}/schedule", operation_id = "define_campaign_schedule", tag = "campaigns", params(("id" = Uuid, Path)), request_body = Schedule, security(("bearer" = ["CAMPAIGNS_EDIT"])), responses(
    (status = 200, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn schedule(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(wanted): Json<Schedule>,
) -> ApiResult<Response> {
    let schedule = wanted.read();
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { define_schedule(&context, &by, id, schedule).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// Vouches for all of these; one that is left out is not confirmed any more.
#[utoipa::path(post, path = "/{id}/confirmations", operation_id = "confirm_campaign", tag = "campaigns", params(("id" = Uuid, Path)), request_body = CampaignConfirmations, security(("bearer" = ["CAMPAIGNS_EDIT"])), responses(
    (status = 200, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn confirmations(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(wanted): Json<CampaignConfirmations>,
) -> ApiResult<Response> {
    let codes: Vec<ConfirmationCode> = wanted.codes.into_iter().map(ConfirmationCode::from).collect();
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { confirm(&context, &by, id, codes).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// Sends each variant to colleagues, with the values of a contact.
#[utoipa::path(post, path = "/{id}/seed-test", operation_id = "seed_test_campaign", tag = "campaigns", params(("id" = Uuid, Path)), request_body = CampaignSeed, security(("bearer" = ["CAMPAIGNS_EDIT"])), responses(
    (status = 202, body = CampaignSeedSent), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn seed_test(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Json(wanted): Json<CampaignSeed>,
) -> ApiResult<Response> {
    let input = seed_test::SeedTest { id, to: wanted.to, contact: wanted.contact_id };
    let (context, outside) = (app.context.clone(), app.campaigns.clone());
    let (done, sent_to) =
        run_command(async move { seed_test::seed_test(&context, &outside, &actor, input).await }).await?;
    app.queue.wake();
    Ok(answer(StatusCode::ACCEPTED, done.position, CampaignSeedSent { sent_to }))
}

/// It is out of the lists; what it sent stays.
#[utoipa::path(post, path = "/{id}/archive", operation_id = "archive_campaign", tag = "campaigns", params(("id" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_EDIT"])), responses(
    (status = 200, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn archive(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { archive_campaign(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// Back from the archive.
#[utoipa::path(post, path = "/{id}/restore", operation_id = "restore_campaign", tag = "campaigns", params(("id" = Uuid, Path)), security(("bearer" = ["CAMPAIGNS_EDIT"])), responses(
    (status = 200, body = Campaign), (status = 202, description = "Done. The lists do not show it yet."), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn restore(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { restore_campaign(&context, &by, id).await }).await?;
    answered(&app, &actor, StatusCode::OK, (id, done.position)).await
}

/// The campaign, once it shows what was just done to it.
pub(super) async fn answered(
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
    let campaign =
        Campaign::of(shown(app, actor, id).await?).ok_or_else(|| ApiError::not_found("campaign"))?;
    Ok(answer(status, position, campaign))
}
