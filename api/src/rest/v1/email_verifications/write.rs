//! Asking for a run, and stopping it.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::audience::email_verification::cancel::cancel_verification;
use pivotal_commands::audience::email_verification::start::{VerifyEmails, verify_emails};
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::email_verification::SPEC;
use serde_json::json;
use uuid::Uuid;

use super::types::{NewVerification, Verification};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::bulk::input::but_for;
use crate::graphql::audience::email_verification::query::shown;
use crate::graphql::freshness::stale_at;
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::exports::write::list_filter;
use crate::rest::v1::json::Json;
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

/// Verify emails of contacts, as a job. Nothing is sent to them; what is found out is written to the contacts. Ask for it until its
/// state is neither `asked` nor `running`.
#[utoipa::path(post, path = "", operation_id = "start_email_verification", tag = "email-verifications", request_body = NewVerification, security(("bearer" = ["EMAILS_VERIFY"])), responses(
    (status = 201, body = Verification), (status = 400, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn start(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<NewVerification>,
) -> ApiResult<Response> {
    let key = idempotency_key(&headers)?;
    let filter = match new.ids {
        Some(ids) => ListFilter { ids: Some(but_for(ids, &new.except)), ..ListFilter::default() },
        None => {
            let mut filter = list_filter(&app, &actor, Entity::Contact, new.filter).await?;
            filter.except.extend(new.except);
            filter
        }
    };
    let mailboxes = app.config.email_verification.smtp.is_some();
    let verify = VerifyEmails { filter, expected: new.expected, again: new.again, mailboxes };
    let (context, by) = (app.context.clone(), actor.clone());
    let started =
        run_command(async move { verify_emails(&context, &by, verify, key.as_deref()).await }).await?;
    app.queue.wake();
    answered(&app, &actor, StatusCode::CREATED, started.id, started.position).await
}

/// Stop after the chunk that is being looked at. What was found out stays.
#[utoipa::path(post, path = "/{id}/cancel", operation_id = "cancel_email_verification", tag = "email-verifications", params(("id" = Uuid, Path)), security(("bearer" = ["EMAILS_VERIFY"])), responses(
    (status = 200, body = Verification), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn cancel(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    run_command(async move { cancel_verification(&context, &by, id).await }).await?;
    app.queue.wake();
    answered(&app, &actor, StatusCode::OK, id, None).await
}

async fn answered(
    app: &App,
    actor: &Actor,
    status: StatusCode,
    id: Uuid,
    position: Option<i64>,
) -> ApiResult<Response> {
    if let Some(position) = position
        && stale_at(app, &[SPEC.name], position).await?
    {
        return Ok(answer(StatusCode::ACCEPTED, Some(position), json!({ "id": id })));
    }
    Ok(answer(status, position, Verification::from(shown(app, actor, id).await?)))
}
