//! What everybody must bring to be let in, over REST.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use pivotal_commands::identity::access_rules::access_rules;
use pivotal_commands::identity::access_rules::require_second_step::require_second_step;
use pivotal_domain::identity::access_rules::{SecondStepFor, UnknownSecondStepFor};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, BAD_REQUEST, Problem};
use crate::rest::v1::command::answer;
use crate::rest::v1::json::Json;
use crate::run_command::run_command;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(show, set))
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccessRules {
    /// Of whom a second step is required: NOBODY, ADMINS, EVERYBODY. Who has none may set it up and nothing else until then.
    #[schema(example = "ADMINS")]
    pub second_step_for: String,
}

impl AccessRules {
    fn of(second_step_for: SecondStepFor) -> Self {
        AccessRules { second_step_for: second_step_for.as_str().to_ascii_uppercase() }
    }
}

/// The rules as they are.
#[utoipa::path(get, path = "", operation_id = "show_access_rules", tag = "access rules", security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = AccessRules), (status = 403, body = Problem)))]
pub async fn show(State(app): State<App>, Signed(actor): Signed) -> ApiResult<axum::Json<AccessRules>> {
    let rules = access_rules(&app.context, &actor).await?;
    Ok(axum::Json(AccessRules::of(rules.second_step_for)))
}

/// Other rules, from the next request on, for who is signed in already, too. A repeat is fine.
#[utoipa::path(put, path = "", operation_id = "set_access_rules", tag = "access rules", request_body = AccessRules, security(("bearer" = ["SETTINGS_MANAGE"])), responses(
    (status = 200, body = AccessRules), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn set(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(asked): Json<AccessRules>,
) -> ApiResult<Response> {
    let of = asked.second_step_for.parse::<SecondStepFor>();
    let of = of.map_err(|error: UnknownSecondStepFor| ApiError::new(BAD_REQUEST, error.to_string()))?;
    let context = app.context.clone();
    let done = run_command(async move { require_second_step(&context, &actor, of).await }).await?;
    Ok(answer(StatusCode::OK, done.position, AccessRules::of(done.state.second_step_for)))
}
