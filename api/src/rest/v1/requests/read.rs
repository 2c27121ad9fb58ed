//! `GET /api/v1/requests`, one of them, and where its person is held.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_commands::suppression::requests::find::found_by;
use pivotal_domain::suppression::requests::kind::RequestKind;
use pivotal_projections::suppression::requests::query::{self, RequestFilter, StateWanted, Urgency};
use pivotal_projections::suppression::requests::waits::waits;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::types::{PrivacyFound, PrivacyRequest, PrivacyWaits};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::connection::page_args;
use crate::graphql::suppression::requests::query::READ;
use crate::rest::v1::page::{Id, Listed, Query, stale};
use crate::run_command::run_command;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestStateWanted {
    Unsettled,
    Open,
    InProgress,
    Answered,
    Refused,
}

impl From<RequestStateWanted> for StateWanted {
    fn from(wanted: RequestStateWanted) -> Self {
        match wanted {
            RequestStateWanted::Unsettled => StateWanted::Unsettled,
            RequestStateWanted::Open => StateWanted::Open,
            RequestStateWanted::InProgress => StateWanted::InProgress,
            RequestStateWanted::Answered => StateWanted::Answered,
            RequestStateWanted::Refused => StateWanted::Refused,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UrgencyWanted {
    Overdue,
    Soon,
    InTime,
    Settled,
}

impl From<UrgencyWanted> for Urgency {
    fn from(wanted: UrgencyWanted) -> Self {
        match wanted {
            UrgencyWanted::Overdue => Urgency::Overdue,
            UrgencyWanted::Soon => Urgency::Soon,
            UrgencyWanted::InTime => Urgency::InTime,
            UrgencyWanted::Settled => Urgency::Settled,
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct RequestsWanted {
    /// access, erasure.
    #[param(value_type = Option<String>)]
    pub kind: Option<RequestKind>,
    /// unsettled (open or in_progress), open, in_progress, answered, refused.
    #[param(value_type = Option<String>)]
    pub state: Option<RequestStateWanted>,
    /// overdue, soon (within seven days), in_time, settled.
    #[param(value_type = Option<String>)]
    pub urgency: Option<UrgencyWanted>,
    pub assignee_id: Option<Uuid>,
    /// Part of the name, or the beginning of the email or the number.
    pub q: Option<String>,
    /// About this contact: chosen with the request, or known by its address or number.
    pub contact_id: Option<Uuid>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

impl RequestsWanted {
    pub(super) fn filter(self) -> RequestFilter {
        RequestFilter {
            kind: self.kind,
            state: self.state.map(Into::into),
            urgency: self.urgency.map(Into::into),
            assignee: self.assignee_id,
            q: self.q,
            contact: self.contact_id,
        }
    }
}

/// List the requests for access and erasure: what is due first comes first, what is settled last.
#[utoipa::path(get, path = "", operation_id = "list_requests", tag = "requests", params(RequestsWanted), security(("bearer" = ["PRIVACY_REQUESTS"])), responses(
    (status = 200, body = Listed<PrivacyRequest>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<RequestsWanted>,
) -> ApiResult<Json<Listed<PrivacyRequest>>> {
    let args = page_args(wanted.first, wanted.after.clone(), None, 50)?;
    let (filter, now) = (wanted.filter(), app.context.now());
    let old = stale(&app, &headers, &READ).await?;
    let page = query::page(&app.context.log.pools.read, &actor, &filter, now, &args).await?;
    Ok(Json(Listed::new(page, old, |row| PrivacyRequest::of(row, now))))
}

/// One request.
#[utoipa::path(get, path = "/{id}", operation_id = "get_request", tag = "requests", params(("id" = Uuid, Path)), security(("bearer" = ["PRIVACY_REQUESTS"])), responses(
    (status = 200, body = PrivacyRequest), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<PrivacyRequest>> {
    stale(&app, &headers, &READ).await?;
    let row = query::get(&app.context.log.pools.read, &actor, id).await?;
    let row = row.ok_or_else(|| ApiError::not_found("request"))?;
    Ok(Json(PrivacyRequest::of(row, app.context.now())))
}

/// Where the person of a request is held right now, counted place by place. Nothing is done.
#[utoipa::path(get, path = "/{id}/found", operation_id = "find_person_of_request", tag = "requests", params(("id" = Uuid, Path)), security(("bearer" = ["PRIVACY_REQUESTS"])), responses(
    (status = 200, body = PrivacyFound), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn found(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
) -> ApiResult<Json<PrivacyFound>> {
    let (context, book) = (app.context.clone(), app.phone_book.clone());
    let found = run_command(async move { found_by(&context, book.as_ref(), &actor, id).await }).await?;
    Ok(Json(PrivacyFound { holdings: found.holdings.into(), contact_ids: found.contacts }))
}

/// What the answer of a request waits for right now, the cause first; empty when it waits for nothing.
#[utoipa::path(get, path = "/{id}/waits-for", operation_id = "get_request_waits", tag = "requests", params(("id" = Uuid, Path)), security(("bearer" = ["PRIVACY_REQUESTS"])), responses(
    (status = 200, body = PrivacyWaits), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn waits_for(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<PrivacyWaits>> {
    stale(&app, &headers, &READ).await?;
    let pool = &app.context.log.pools.read;
    query::get(pool, &actor, id).await?.ok_or_else(|| ApiError::not_found("request"))?;
    Ok(Json(PrivacyWaits { waits_for: waits(pool, id).await? }))
}
