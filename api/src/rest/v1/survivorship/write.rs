//! Changing the rules, looking at what that would do, and doing it.

use axum::extract::{Path, State};
use pivotal_commands::audience::survivorship::apply::apply_rules;
use pivotal_commands::audience::survivorship::change::{ChangeRules, change_rules};
use pivotal_commands::audience::survivorship::preview::{cancel_preview, preview_rules};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;

use super::types::{Applied, ApplyPreview, SurvivorshipRules};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::survivorship::query::shown;
use crate::graphql::audience::survivorship::types::Survivorship;
use crate::rest::v1::custom_fields::types::entity;
use crate::rest::v1::json::Json;
use crate::run_command::run_command;

/// Decide by these rules what is written from now on. What is there stays.
#[utoipa::path(put, path = "/{entity}", operation_id = "change_survivorship_rules", tag = "survivorship", params(("entity" = String, Path, description = "contact or account")), request_body = SurvivorshipRules, security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = Survivorship), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn change(
    State(app): State<App>,
    Signed(actor): Signed,
    Path(of): Path<String>,
    Json(rules): Json<SurvivorshipRules>,
) -> ApiResult<axum::Json<Survivorship>> {
    let entity = entity(&of)?;
    let input = ChangeRules { entity, rules: rules.read(entity)?, expected: None };
    let (context, by) = (app.context.clone(), actor.clone());
    run_command(async move { change_rules(&context, &by, input).await }).await?;
    answered(&app, &actor, entity).await
}

/// Weigh every record's values by these rules, as a job. Nothing is written; ask for the rules until the preview no longer runs.
#[utoipa::path(post, path = "/{entity}/preview", operation_id = "preview_survivorship_rules", tag = "survivorship", params(("entity" = String, Path, description = "contact or account")), request_body = SurvivorshipRules, security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = Survivorship), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn preview(
    State(app): State<App>,
    Signed(actor): Signed,
    Path(of): Path<String>,
    Json(rules): Json<SurvivorshipRules>,
) -> ApiResult<axum::Json<Survivorship>> {
    let entity = entity(&of)?;
    let rules = rules.read(entity)?;
    let (context, by) = (app.context.clone(), actor.clone());
    run_command(async move { preview_rules(&context, &by, entity, rules).await }).await?;
    app.queue.wake();
    answered(&app, &actor, entity).await
}

/// Stop the preview that is being made.
#[utoipa::path(delete, path = "/{entity}/preview", operation_id = "cancel_survivorship_preview", tag = "survivorship", params(("entity" = String, Path, description = "contact or account")), security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = Survivorship), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn cancel(
    State(app): State<App>,
    Signed(actor): Signed,
    Path(of): Path<String>,
) -> ApiResult<axum::Json<Survivorship>> {
    let entity = entity(&of)?;
    let (context, by) = (app.context.clone(), actor.clone());
    run_command(async move { cancel_preview(&context, &by, entity).await }).await?;
    app.queue.wake();
    answered(&app, &actor, entity).await
}

/// The previewed rules hold from now on, and a bulk change makes the records hold what they would.
#[utoipa::path(post, path = "/{entity}/apply", operation_id = "apply_survivorship_rules", tag = "survivorship", params(("entity" = String, Path, description = "contact or account")), request_body = ApplyPreview, security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = Applied), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn apply(
    State(app): State<App>,
    Signed(actor): Signed,
    Path(of): Path<String>,
    Json(wanted): Json<ApplyPreview>,
) -> ApiResult<axum::Json<Applied>> {
    let entity = entity(&of)?;
    let context = app.context.clone();
    let bulk_id =
        run_command(async move { apply_rules(&context, &actor, entity, wanted.preview).await }).await?;
    app.queue.wake();
    Ok(axum::Json(Applied { bulk_id }))
}

async fn answered(app: &App, actor: &Actor, entity: Entity) -> ApiResult<axum::Json<Survivorship>> {
    Ok(axum::Json(shown(app, actor, entity).await?))
}
