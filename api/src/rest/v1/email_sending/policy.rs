//! `GET` and `PUT /api/v1/email-policy`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use pivotal_commands::email::sending::policy::set_policy;
use pivotal_domain::email::sending::policy::Policy;

use super::types::EmailPolicy;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::email::sending::query::policy;
use crate::rest::v1::command::answer;
use crate::rest::v1::json::Json as Body;
use crate::run_command::run_command;

/// How much is sent, how often to the same person, and at which numbers campaigns pause by themselves.
#[utoipa::path(get, path = "", operation_id = "get_email_policy", tag = "email-policy", security(("bearer" = ["CAMPAIGNS_VIEW"])), responses(
    (status = 200, body = EmailPolicy), (status = 403, body = Problem)))]
pub async fn get(State(app): State<App>, Signed(actor): Signed) -> ApiResult<Json<EmailPolicy>> {
    Ok(Json(policy(&app, &actor).await?.policy.into()))
}

/// Sets the whole policy. What is being sent follows it within a second.
#[utoipa::path(put, path = "", operation_id = "set_email_policy", tag = "email-policy", request_body = EmailPolicy, security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = EmailPolicy), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn set(
    State(app): State<App>,
    Signed(actor): Signed,
    Body(wanted): Body<EmailPolicy>,
) -> ApiResult<Response> {
    let (context, policy) = (app.context.clone(), Policy::from(wanted));
    let set = run_command(async move { set_policy(&context, &actor, policy).await }).await?;
    Ok(answer(StatusCode::OK, set.position, EmailPolicy::from(set.state.policy)))
}
