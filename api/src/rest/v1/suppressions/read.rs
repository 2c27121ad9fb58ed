//! `GET /api/v1/suppressions`, one of them, its proof, and whether somebody is suppressed.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_domain::suppression::suppressions::key::Kind;
use pivotal_domain::suppression::suppressions::reason::Reason;
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::suppression::suppressions::query::{self, Standing, SuppressionFilter, Within};
use pivotal_projections::suppression::suppressions::story;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::types::{Suppression, SuppressionAct, SuppressionChecked};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::connection::page_args;
use crate::graphql::suppression::suppressions::query::READ;
use crate::rest::v1::page::{Id, Listed, Query, stale};
use crate::suppressions::{check, exact_key};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StandingWanted {
    Active,
    Released,
    Expired,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReachWanted {
    Global,
    Client,
    Campaign,
    Brand,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct SuppressionsWanted {
    /// email, phone, domain, account.
    #[param(value_type = Option<String>)]
    pub kind: Option<Kind>,
    /// unsubscribed, complaint, hard_bounce, soft_bounces, dnc_request, dnc_register, manual, imported_list, legal, erasure_request.
    #[param(value_type = Option<String>)]
    pub reason: Option<Reason>,
    /// Only those of this client.
    pub client_id: Option<Uuid>,
    /// global, client (of a client, whichever), campaign, brand.
    #[param(value_type = Option<String>)]
    pub reach: Option<ReachWanted>,
    /// active, released, expired.
    #[param(value_type = Option<String>)]
    pub standing: Option<StandingWanted>,
    /// Exactly this email, phone number, domain or account's id; erased people are found, too.
    pub value: Option<String>,
    /// What the value begins with; a number with its country code.
    pub begins: Option<String>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

impl SuppressionsWanted {
    pub(super) fn filter(self, app: &App) -> ApiResult<SuppressionFilter> {
        let value = self.value.filter(|value| !value.trim().is_empty());
        let blind = &app.context.log.blind;
        Ok(SuppressionFilter {
            kind: self.kind,
            reason: self.reason,
            within: match (self.client_id, self.reach) {
                (Some(client), _) => Some(Within::Client(client)),
                (None, Some(ReachWanted::Global)) => Some(Within::Everybodys),
                (None, Some(ReachWanted::Client)) => Some(Within::Clients),
                (None, Some(ReachWanted::Campaign)) => Some(Within::Campaigns),
                (None, Some(ReachWanted::Brand)) => Some(Within::Brands),
                (None, None) => None,
            },
            standing: self.standing.map(|standing| match standing {
                StandingWanted::Active => Standing::Active,
                StandingWanted::Released => Standing::Released,
                StandingWanted::Expired => Standing::Expired,
            }),
            key: value.map(|value| exact_key(blind, self.kind, &value)).transpose()?,
            begins: self.begins.filter(|begins| !begins.trim().is_empty()),
        })
    }
}

/// List who must not be contacted, the latest first.
#[utoipa::path(get, path = "", operation_id = "list_suppressions", tag = "suppressions", params(SuppressionsWanted), security(("bearer" = ["SUPPRESSIONS_VIEW"])), responses(
    (status = 200, body = Listed<Suppression>), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<SuppressionsWanted>,
) -> ApiResult<Json<Listed<Suppression>>> {
    let args = page_args(wanted.first, wanted.after.clone(), None, 50)?;
    let filter = wanted.filter(&app)?;
    let old = stale(&app, &headers, &READ).await?;
    let now = app.context.now();
    let page = query::page(&app.context.log.pools.read, &actor, &filter, now, &args).await?;
    Ok(Json(Listed::new(page, old, |row| Suppression::of(row, now))))
}

/// One suppression.
#[utoipa::path(get, path = "/{id}", operation_id = "get_suppression", tag = "suppressions", params(("id" = Uuid, Path)), security(("bearer" = ["SUPPRESSIONS_VIEW"])), responses(
    (status = 200, body = Suppression), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn one(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Suppression>> {
    stale(&app, &headers, &READ).await?;
    let row = query::get(&app.context.log.pools.read, &actor, id).await?;
    let row = row.ok_or_else(|| ApiError::not_found("suppression"))?;
    Ok(Json(Suppression::of(row, app.context.now())))
}

/// What happened to a suppression, oldest first, as the log has it.
#[utoipa::path(get, path = "/{id}/events", operation_id = "list_events_of_suppression", tag = "suppressions", params(("id" = Uuid, Path)), security(("bearer" = ["SUPPRESSIONS_VIEW"])), responses(
    (status = 200, body = Vec<SuppressionAct>), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn events(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Vec<SuppressionAct>>> {
    stale(&app, &headers, &READ).await?;
    let pool = &app.context.log.pools.read;
    if query::get(pool, &actor, id).await?.is_none() {
        return Err(ApiError::not_found("suppression"));
    }
    let told = story::told(Reading { pool, opener: &app.opener }, &[id]).await?;
    let names = app.directory.names().await.map_err(ApiError::from)?;
    Ok(Json(told.into_iter().map(|one| SuppressionAct::told(one, &names)).collect()))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct CheckWanted {
    /// An email, a phone number, a domain, an account's id.
    pub value: String,
    /// Told by the shape of the value if absent.
    #[param(value_type = Option<String>)]
    pub kind: Option<Kind>,
    /// For whom they would be contacted: that client's own suppressions count, too.
    pub client_id: Option<Uuid>,
}

/// Ask the guard whether this is suppressed at this very moment, and why, with the proof.
#[utoipa::path(get, path = "/check", operation_id = "check_suppression", tag = "suppressions", params(CheckWanted), security(("bearer" = ["SUPPRESSIONS_VIEW"])), responses(
    (status = 200, body = SuppressionChecked), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn check_one(
    State(app): State<App>,
    Signed(actor): Signed,
    Query(wanted): Query<CheckWanted>,
) -> ApiResult<Json<SuppressionChecked>> {
    Ok(Json(check(&app, &actor, wanted.kind, &wanted.value, wanted.client_id).await?.into()))
}
