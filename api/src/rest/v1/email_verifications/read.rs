//! `GET /api/v1/email-verifications`, one of them, and its contacts.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_projections::audience::email_verification::{SPEC, contacts as verified, query};

use super::types::{Verification, VerifiedContact, WantedContacts, WantedOutcome, WantedVerifications};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::email_verification::query::shown;
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};

/// List runs of email verification, newest first.
#[utoipa::path(get, path = "", operation_id = "list_email_verifications", tag = "email-verifications", params(WantedVerifications), security(("bearer" = ["EMAILS_VERIFY"])), responses(
    (status = 200, body = Listed<Verification>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<WantedVerifications>,
) -> ApiResult<Json<Listed<Verification>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let args = Paging { first: wanted.first, after: wanted.after }.args()?;
    let page = query::page(&app.context.log.pools.read, &actor, wanted.import_id, &args).await?;
    Ok(Json(Listed::new(page, old, Verification::from)))
}

/// One run: how far it is, what it came to.
#[utoipa::path(get, path = "/{id}", operation_id = "get_email_verification", tag = "email-verifications", params(("id" = Uuid, Path)), security(("bearer" = ["EMAILS_VERIFY"])), responses(
    (status = 200, body = Verification), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Verification>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    Ok(Json(shown(&app, &actor, id).await?.into()))
}

/// What became of the contacts, in the order they were looked at.
#[utoipa::path(get, path = "/{id}/contacts", operation_id = "list_email_verification_contacts", tag = "email-verifications", params(("id" = Uuid, Path), WantedContacts), security(("bearer" = ["EMAILS_VERIFY"])), responses(
    (status = 200, body = Listed<VerifiedContact>), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn contacts(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(wanted): Query<WantedContacts>,
) -> ApiResult<Json<Listed<VerifiedContact>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let args = Paging { first: wanted.first, after: wanted.after }.args()?;
    shown(&app, &actor, id).await?;
    let outcome = wanted.outcome.map(WantedOutcome::as_str);
    let page = verified::page(&app.context.log.pools.read, &actor, id, outcome, &args).await?;
    Ok(Json(Listed::new(page, old, VerifiedContact::from)))
}
