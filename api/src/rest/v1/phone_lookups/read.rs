//! `GET /api/v1/phone-lookups`, one of them, and its contacts or accounts.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_projections::audience::phone_validity::{SPEC, contacts as verified, query};

use super::types::{
    LookedUpContact, Lookup, PhoneAssessment, WantedAssessment, WantedContacts, WantedLookups, WantedOutcome,
};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::phone_validity::query::{assessed, shown};
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};

/// List runs of phone look-ups, newest first.
#[utoipa::path(get, path = "", operation_id = "list_phone_lookups", tag = "phone-lookups", params(WantedLookups), security(("bearer" = ["PHONES_LOOK_UP"])), responses(
    (status = 200, body = Listed<Lookup>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<WantedLookups>,
) -> ApiResult<Json<Listed<Lookup>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let args = Paging { first: wanted.first, after: wanted.after }.args()?;
    let page = query::page(&app.context.log.pools.read, &actor, wanted.import_id, &args).await?;
    Ok(Json(Listed::new(page, old, Lookup::from)))
}

/// What a number says by itself: whether it can be one, its kind of line, its country. Nobody is asked.
#[utoipa::path(get, path = "/assess", operation_id = "assess_phone", tag = "phone-lookups", params(WantedAssessment), security(("bearer" = ["SIGNED_IN"])), responses(
    (status = 200, body = PhoneAssessment), (status = 400, body = Problem)))]
pub async fn assess(Signed(_actor): Signed, Query(wanted): Query<WantedAssessment>) -> Json<PhoneAssessment> {
    Json(assessed(&wanted.number, wanted.country.as_deref()).into())
}

/// One run: how far it is, what it came to.
#[utoipa::path(get, path = "/{id}", operation_id = "get_phone_lookup", tag = "phone-lookups", params(("id" = Uuid, Path)), security(("bearer" = ["PHONES_LOOK_UP"])), responses(
    (status = 200, body = Lookup), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Lookup>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    Ok(Json(shown(&app, &actor, id).await?.into()))
}

/// What became of the contacts or accounts, in the order they were looked at.
#[utoipa::path(get, path = "/{id}/contacts", operation_id = "list_phone_lookup_contacts", tag = "phone-lookups", params(("id" = Uuid, Path), WantedContacts), security(("bearer" = ["PHONES_LOOK_UP"])), responses(
    (status = 200, body = Listed<LookedUpContact>), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn contacts(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(wanted): Query<WantedContacts>,
) -> ApiResult<Json<Listed<LookedUpContact>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let args = Paging { first: wanted.first, after: wanted.after }.args()?;
    shown(&app, &actor, id).await?;
    let outcome = wanted.outcome.map(WantedOutcome::as_str);
    let page = verified::page(&app.context.log.pools.read, &actor, id, outcome, &args).await?;
    Ok(Json(Listed::new(page, old, LookedUpContact::from)))
}
