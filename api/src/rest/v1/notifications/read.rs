//! `GET /api/v1/notifications`, and what one is told of.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_projections::identity::notifications::SPEC;

use super::types::{Digest, Notification, Preference, Wanted};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::connection::page_args;
use crate::graphql::identity::notifications::query::{chosen, page};
use crate::graphql::identity::notifications::types as shown;
use crate::rest::v1::page::{Listed, Query, stale};

/// List what you are told of, newest first: the last 90 days, at most 500.
#[utoipa::path(get, path = "", operation_id = "list_notifications", tag = "notifications", params(Wanted), security(("bearer" = ["SIGNED_IN"])), responses(
    (status = 200, body = Listed<Notification>), (status = 400, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<Wanted>,
) -> ApiResult<Json<Listed<Notification>>> {
    let args = page_args(wanted.first, wanted.after, None, 30)?;
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let (page, names) = page(&app, &actor, wanted.unread_only.unwrap_or(false), &args).await?;
    Ok(Json(Listed::new(page, old, |row| shown::Notification::of(row, &names).into())))
}

/// The kinds of notifications that your role can be told of, and which you are.
#[utoipa::path(get, path = "/preferences", operation_id = "get_notification_preferences", tag = "notifications", security(("bearer" = ["SIGNED_IN"])), responses(
    (status = 200, body = Vec<Preference>)))]
pub async fn preferences(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
) -> ApiResult<Json<Vec<Preference>>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let kinds = shown::preferences(&actor, &chosen(&app, &actor).await?);
    Ok(Json(kinds.into_iter().map(Preference::from).collect()))
}

/// When your digest comes.
#[utoipa::path(get, path = "/mail", operation_id = "get_notification_mail", tag = "notifications", security(("bearer" = ["SIGNED_IN"])), responses(
    (status = 200, body = Digest)))]
pub async fn mail(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
) -> ApiResult<Json<Digest>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let chosen = chosen(&app, &actor).await?;
    Ok(Json(shown::NotificationDigest::of(&actor, &chosen, app.context.now()).into()))
}
