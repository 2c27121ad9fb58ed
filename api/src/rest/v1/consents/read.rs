//! `GET /api/v1/consents`, and how it stands with a contact.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::record::moment::Moment;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::standing::Standing;
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::suppression::consents::of_contact::consent_of;
use pivotal_projections::suppression::consents::query::{self, ConsentFilter};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::types::{ConsentStatement, ContactConsent};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::connection::page_args;
use crate::graphql::suppression::consents::query::READ;
use crate::rest::v1::page::{Id, Listed, Query, stale};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StandingWanted {
    Consent,
    LegitimateInterest,
    Contract,
    Withdrawn,
}

impl From<StandingWanted> for Standing {
    fn from(wanted: StandingWanted) -> Self {
        match wanted {
            StandingWanted::Consent => Standing::Consent,
            StandingWanted::LegitimateInterest => Standing::LegitimateInterest,
            StandingWanted::Contract => Standing::Contract,
            StandingWanted::Withdrawn => Standing::Withdrawn,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StateWanted {
    Counts,
    Superseded,
    TakenBack,
}

impl From<StateWanted> for query::State {
    fn from(wanted: StateWanted) -> Self {
        match wanted {
            StateWanted::Counts => query::State::Counts,
            StateWanted::Superseded => query::State::Superseded,
            StateWanted::TakenBack => query::State::TakenBack,
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct ConsentsWanted {
    pub contact_id: Option<Uuid>,
    /// email, phone.
    #[param(value_type = Option<String>)]
    pub channel: Option<Channel>,
    /// consent, legitimate_interest, contract, withdrawn.
    #[param(value_type = Option<String>)]
    pub standing: Option<StandingWanted>,
    /// counts, superseded, taken_back.
    #[param(value_type = Option<String>)]
    pub state: Option<StateWanted>,
    /// Whether it can be shown by a text, a reference, a link or a file.
    pub proven: Option<bool>,
    /// Every word must be in the name, or begin the email.
    pub q: Option<String>,
    /// Recorded at this moment or later.
    pub from: Option<DateTime<Utc>>,
    /// Exclusive.
    pub to: Option<DateTime<Utc>>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

impl ConsentsWanted {
    pub(super) fn filter(self) -> ConsentFilter {
        ConsentFilter {
            contact: self.contact_id,
            channel: self.channel,
            standing: self.standing.map(Into::into),
            state: self.state.map(Into::into),
            proven: self.proven,
            q: self.q.filter(|q| !q.trim().is_empty()),
            from: self.from,
            to: self.to,
        }
    }
}

/// List everything that was recorded of consent, the latest first.
#[utoipa::path(get, path = "", operation_id = "list_consents", tag = "consents", params(ConsentsWanted), security(("bearer" = ["CONSENTS_VIEW"])), responses(
    (status = 200, body = Listed<ConsentStatement>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<ConsentsWanted>,
) -> ApiResult<Json<Listed<ConsentStatement>>> {
    let args = page_args(wanted.first, wanted.after.clone(), None, 50)?;
    let filter = wanted.filter();
    let old = stale(&app, &headers, &READ).await?;
    let page = query::page(&app.context.log.pools.read, &actor, &filter, &args).await?;
    Ok(Json(Listed::new(page, old, ConsentStatement::from)))
}

/// One statement.
#[utoipa::path(get, path = "/{id}", operation_id = "get_consent", tag = "consents", params(("id" = Uuid, Path)), security(("bearer" = ["CONSENTS_VIEW"])), responses(
    (status = 200, body = ConsentStatement), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn one(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<ConsentStatement>> {
    stale(&app, &headers, &READ).await?;
    let row = query::get(&app.context.log.pools.read, &actor, id).await?;
    Ok(Json(row.map(ConsentStatement::from).ok_or_else(|| ApiError::not_found("statement"))?))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct ConsentMoment {
    /// As it stood then, with the rules of then; now if left out.
    pub at: Option<DateTime<Utc>>,
}

/// How it stands with a contact's consent by channel, what says so, and everything that was said.
#[utoipa::path(get, path = "/{id}/consents", operation_id = "get_consent_of_contact", tag = "consents", params(("id" = Uuid, Path), ConsentMoment), security(("bearer" = ["CONSENTS_VIEW"])), responses(
    (status = 200, body = ContactConsent), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn of_contact(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(ConsentMoment { at }): Query<ConsentMoment>,
) -> ApiResult<Json<ContactConsent>> {
    stale(&app, &headers, &READ).await?;
    let pool = &app.context.log.pools.read;
    let reading = Reading { pool, opener: &app.opener };
    let channels = consent_of(reading, &actor, id, at.map_or(Moment::Now, Moment::At)).await?;
    let channels = channels.ok_or_else(|| ApiError::not_found("contact"))?;
    let mut rows = query::of_person(pool, &actor, id).await?;
    rows.retain(|row| at.is_none_or(|at| row.recorded_at <= at));
    Ok(Json(ContactConsent {
        channels: channels.into_iter().map(Into::into).collect(),
        statements: rows.into_iter().map(Into::into).collect(),
    }))
}
