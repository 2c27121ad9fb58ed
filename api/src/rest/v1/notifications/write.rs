//! Marking notifications as read, and choosing what one is told of.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use pivotal_commands::identity::notifications::mail::{send_digest_now, set_notification_mail};
use pivotal_commands::identity::notifications::preferences::set_notification_preferences;
use pivotal_commands::identity::notifications::read;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::notifications::digest::{DigestSchedule, MailPreferences};
use pivotal_projections::identity::notifications::SPEC;
use serde_json::json;

use super::types::{Chosen, ChosenMail, Digest, Preference, Read, Sent, Unread};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::freshness::stale_at;
use crate::graphql::identity::notifications::mutation::hour;
use crate::graphql::identity::notifications::query::unread;
use crate::graphql::identity::notifications::types as shown;
use crate::rest::v1::command::answer;
use crate::rest::v1::json::Json;
use crate::run_command::run_command;

/// Mark some of your notifications as read.
#[utoipa::path(post, path = "/mark-read", operation_id = "mark_notifications_read", tag = "notifications", request_body = Read, security(("bearer" = ["SIGNED_IN"])), responses(
    (status = 200, body = Unread), (status = 422, body = Problem)))]
pub async fn mark_read(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(marked): Json<Read>,
) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let position = run_command(async move { read::mark_read(&context, &by, marked.ids).await }).await?;
    answered(&app, &actor, position).await
}

/// Mark everything you were told until now as read.
#[utoipa::path(post, path = "/mark-all-read", operation_id = "mark_all_notifications_read", tag = "notifications", security(("bearer" = ["SIGNED_IN"])), responses(
    (status = 200, body = Unread)))]
pub async fn mark_all_read(State(app): State<App>, Signed(actor): Signed) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let position = run_command(async move { read::mark_all_read(&context, &by).await }).await?;
    answered(&app, &actor, position).await
}

/// Choose what you are told of from now on. What you were told stays.
#[utoipa::path(put, path = "/preferences", operation_id = "set_notification_preferences", tag = "notifications", request_body = Chosen, security(("bearer" = ["SIGNED_IN"])), responses(
    (status = 200, body = Vec<Preference>), (status = 422, body = Problem)))]
pub async fn set_preferences(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(chosen): Json<Chosen>,
) -> ApiResult<Response> {
    let (context, by) = (app.context.clone(), actor.clone());
    let set =
        run_command(async move { set_notification_preferences(&context, &by, chosen.in_app_off).await });
    let done = set.await?;
    let kinds = shown::preferences(&actor, &done.state);
    let kinds: Vec<Preference> = kinds.into_iter().map(Preference::from).collect();
    Ok(answer(StatusCode::OK, done.position, kinds))
}

/// Choose what comes by mail from now on, and when the digest does. What you were told before is not mailed.
#[utoipa::path(put, path = "/mail", operation_id = "set_notification_mail", tag = "notifications", request_body = ChosenMail, security(("bearer" = ["SIGNED_IN"])), responses(
    (status = 200, body = Digest), (status = 422, body = Problem)))]
pub async fn set_mail(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(chosen): Json<ChosenMail>,
) -> ApiResult<Response> {
    let ChosenMail { at_once, digest_off, every, hour: at, time_zone } = chosen;
    let digest = DigestSchedule { every: every.into(), hour: hour(at), time_zone };
    let mail = MailPreferences { at_once, digest_off, digest };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { set_notification_mail(&context, &by, mail).await }).await?;
    let digest = shown::NotificationDigest::of(&actor, &done.state, app.context.now());
    Ok(answer(StatusCode::OK, done.position, Digest::from(digest)))
}

/// Send yourself a digest of now, whatever you chose; one that has nothing in it says so.
#[utoipa::path(post, path = "/mail/send-now", operation_id = "send_notification_digest", tag = "notifications", security(("bearer" = ["SIGNED_IN"])), responses(
    (status = 202, body = Sent)))]
pub async fn send_now(State(app): State<App>, Signed(actor): Signed) -> ApiResult<Response> {
    let (context, queue, by) = (app.context.clone(), app.queue.clone(), actor.clone());
    let sent_to = run_command(async move { send_digest_now(&context, &queue, &by).await }).await?;
    Ok(answer(StatusCode::ACCEPTED, None, Sent { sent_to }))
}

async fn answered(app: &App, actor: &Actor, position: i64) -> ApiResult<Response> {
    if stale_at(app, &[SPEC.name], position).await? {
        return Ok(answer(StatusCode::ACCEPTED, Some(position), json!({})));
    }
    let unread = unread(app, actor).await?.count;
    Ok(answer(StatusCode::OK, Some(position), Unread { unread }))
}
