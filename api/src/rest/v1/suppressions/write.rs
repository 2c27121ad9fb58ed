//! Suppressing and releasing over REST.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use pivotal_commands::context::Context;
use pivotal_commands::error::{CommandError, Rejection};
use pivotal_commands::suppression::suppressions::add::{AddSuppressions, Entry, add_suppressions};
use pivotal_commands::suppression::suppressions::release::{ReleaseSuppression, release_suppression};
use pivotal_commands::suppression::suppressions::{Within, reach_of};
use pivotal_domain::audience::values::country::Country;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::suppression::suppressions::key::Kind;
use pivotal_domain::suppression::suppressions::reason::Reason;
use uuid::Uuid;

use super::types::{
    NewSuppressedEmail, NewSuppressedPhone, NewSuppressions, SuppressionAdded, SuppressionReleased,
    SuppressionsAdded,
};
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
        reach: reach_of(&actor, within(new.client_id, new.campaign_id, new.brand_id))?,
        reason: new.reason,
        until: new.until,
        note: new.note,
        country: new.country.as_deref().and_then(Country::parse),
    };
    let context = app.context.clone();
    let done = run_command(async move { add_suppressions(&context, &actor, add).await }).await?;
    Ok(answer(StatusCode::OK, done.position, SuppressionsAdded::from(done)))
}

/// Suppress one email address, effective at once. Adding it twice changes nothing, so a repeat is safe.
#[utoipa::path(post, path = "/email", operation_id = "suppress_email", tag = "suppressions", request_body = NewSuppressedEmail, security(("bearer" = ["SUPPRESSIONS_ADD"])), responses(
    (status = 200, body = SuppressionAdded), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn email(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(new): Json<NewSuppressedEmail>,
) -> ApiResult<Response> {
    let add = AddSuppressions {
        entries: vec![Entry { kind: Some(Kind::Email), value: new.value }],
        reach: reach_of(&actor, within(new.client_id, new.campaign_id, new.brand_id))?,
        reason: new.reason.unwrap_or(Reason::Manual),
        until: new.until,
        note: new.note,
        country: None,
    };
    let context = app.context.clone();
    let (position, added) = run_command(async move { add_one(&context, &actor, add).await }).await?;
    Ok(answer(StatusCode::OK, position, added))
}

/// Suppress one phone number, effective at once. Adding it twice changes nothing, so a repeat is safe.
#[utoipa::path(post, path = "/phone", operation_id = "suppress_phone", tag = "suppressions", request_body = NewSuppressedPhone, security(("bearer" = ["SUPPRESSIONS_ADD"])), responses(
    (status = 200, body = SuppressionAdded), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn phone(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(new): Json<NewSuppressedPhone>,
) -> ApiResult<Response> {
    let add = AddSuppressions {
        entries: vec![Entry { kind: Some(Kind::Phone), value: new.value }],
        reach: reach_of(&actor, within(new.client_id, new.campaign_id, new.brand_id))?,
        reason: new.reason.unwrap_or(Reason::Manual),
        until: new.until,
        note: new.note,
        country: new.country.as_deref().and_then(Country::parse),
    };
    let context = app.context.clone();
    let (position, added) = run_command(async move { add_one(&context, &actor, add).await }).await?;
    Ok(answer(StatusCode::OK, position, added))
}

fn within(client: Option<Uuid>, campaign: Option<Uuid>, brand: Option<Uuid>) -> Within {
    Within { client, campaign, brand }
}

/// Of one value alone: it is no line of many, and what cannot be read refuses the whole.
async fn add_one(
    context: &Context,
    actor: &Actor,
    add: AddSuppressions,
) -> Result<(Option<i64>, SuppressionAdded), CommandError> {
    let mut done = add_suppressions(context, actor, add).await.map_err(of_value)?;
    if let Some(refused) = done.refused.pop() {
        return Err(CommandError::rejected(Rejection::of_field("value", refused.code, refused.message)));
    }
    let id = done.ids.first().copied();
    let id = id.ok_or_else(|| CommandError::unexpected("a suppression was neither added nor refused"))?;
    Ok((done.position, SuppressionAdded { id, added: done.added > 0 }))
}

/// What is said of lines is said of the value.
fn of_value(error: CommandError) -> CommandError {
    match error {
        CommandError::Rejected(rejections) => CommandError::Rejected(
            rejections
                .into_iter()
                .map(|one| match one.field.as_deref() {
                    Some("entries") => Rejection { field: Some("value".to_owned()), ..one },
                    _ => one,
                })
                .collect(),
        ),
        other => other,
    }
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
