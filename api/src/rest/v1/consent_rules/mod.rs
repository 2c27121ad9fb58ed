//! The rules of consent by country over REST.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use chrono::{DateTime, Utc};
use pivotal_commands::suppression::consent_rules::remove::remove_consent_rule;
use pivotal_commands::suppression::consent_rules::set::{SetConsentRule, set_consent_rule};
use pivotal_domain::suppression::consent_rules::rules::{CountryRule, Preset};
use pivotal_projections::suppression::consent_rules::SPEC;
use pivotal_projections::suppression::consent_rules::query::{self, RuleRow, name};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::command::answer;
use crate::rest::v1::json::Json;
use crate::rest::v1::page::stale;
use crate::run_command::run_command;

pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(set, remove))
}

/// What holds in a country for people of whom nothing is known.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConsentRule {
    /// Two letters (ISO 3166), or * for every country without a rule of its own.
    pub country: String,
    pub name: &'static str,
    /// legitimate_interest, consent_needed.
    pub email: &'static str,
    pub phone: &'static str,
    /// Null: it is one that Pivotal came with.
    pub changed_at: Option<DateTime<Utc>>,
    pub note: Option<String>,
}

impl From<RuleRow> for ConsentRule {
    fn from(row: RuleRow) -> Self {
        ConsentRule {
            name: name(&row.country),
            country: row.country,
            email: row.rule.email.as_str(),
            phone: row.rule.phone.as_str(),
            changed_at: row.changed_at,
            note: row.note,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewConsentRule {
    /// legitimate_interest, consent_needed.
    #[schema(value_type = String)]
    pub email: Preset,
    /// legitimate_interest, consent_needed.
    #[schema(value_type = String)]
    pub phone: Preset,
    /// On whose word.
    pub note: Option<String>,
}

/// Every rule by the name of its country, that of all other countries first.
#[utoipa::path(get, path = "", operation_id = "list_consent_rules", tag = "consents", security(("bearer" = ["CONSENTS_VIEW"])), responses(
    (status = 200, body = Vec<ConsentRule>), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
) -> ApiResult<axum::Json<Vec<ConsentRule>>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let rows = query::rules(&app.context.log.pools.read, &actor).await?;
    Ok(axum::Json(rows.into_iter().map(ConsentRule::from).collect()))
}

/// Set the rule of a country (two letters, or *) from now on.
#[utoipa::path(put, path = "/{country}", operation_id = "set_consent_rule", tag = "consents", params(("country" = String, Path)), request_body = NewConsentRule, security(("bearer" = ["CONSENT_RULES_MANAGE"])), responses(
    (status = 200), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn set(
    State(app): State<App>,
    Signed(actor): Signed,
    Path(country): Path<String>,
    Json(new): Json<NewConsentRule>,
) -> ApiResult<Response> {
    let rule = CountryRule { email: new.email, phone: new.phone };
    let set = SetConsentRule { country, rule, note: new.note };
    let context = app.context.clone();
    let done = run_command(async move { set_consent_rule(&context, &actor, set).await }).await?;
    Ok(answer(StatusCode::OK, done.position, serde_json::json!({})))
}

/// Remove the rule of a country: that of all other countries holds there from now on.
#[utoipa::path(delete, path = "/{country}", operation_id = "remove_consent_rule", tag = "consents", params(("country" = String, Path)), security(("bearer" = ["CONSENT_RULES_MANAGE"])), responses(
    (status = 200), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn remove(
    State(app): State<App>,
    Signed(actor): Signed,
    Path(country): Path<String>,
) -> ApiResult<Response> {
    let context = app.context.clone();
    let done = run_command(async move { remove_consent_rule(&context, &actor, &country).await }).await?;
    Ok(answer(StatusCode::OK, done.position, serde_json::json!({})))
}
