//! `GET /api/v1/bulk-changes`, one of them, and its records.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_projections::audience::bulk::{SPEC, query, records};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::types::{Bulk, BulkRecord};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::bulk::query::shown;
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};

/// List bulk changes, newest first: everybody's, or your own where your role changes only some records in bulk.
#[utoipa::path(get, path = "", operation_id = "list_bulk_changes", tag = "bulk-changes", params(Paging), security(("bearer" = ["RECORDS_BULK"])), responses(
    (status = 200, body = Listed<Bulk>), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(paging): Query<Paging>,
) -> ApiResult<Json<Listed<Bulk>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let page = query::page(&app.context.log.pools.read, &actor, &paging.args()?).await?;
    Ok(Json(Listed::new(page, old, Bulk::from)))
}

/// One bulk change: what was asked for, how far it is, what it came to.
#[utoipa::path(get, path = "/{id}", operation_id = "get_bulk_change", tag = "bulk-changes", params(("id" = Uuid, Path)), security(("bearer" = ["RECORDS_BULK"])), responses(
    (status = 200, body = Bulk), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Bulk>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    Ok(Json(shown(&app, &actor, id).await?.into()))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RecordOutcome {
    Changed,
    Unchanged,
    Refused,
}

impl RecordOutcome {
    pub fn as_str(self) -> &'static str {
        match self {
            RecordOutcome::Changed => "changed",
            RecordOutcome::Unchanged => "unchanged",
            RecordOutcome::Refused => "refused",
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct RecordsWanted {
    /// Of one outcome; all if not said.
    pub outcome: Option<RecordOutcome>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

/// What became of the records, in the order they were worked on.
#[utoipa::path(get, path = "/{id}/records", operation_id = "list_bulk_change_records", tag = "bulk-changes", params(("id" = Uuid, Path), RecordsWanted), security(("bearer" = ["RECORDS_BULK"])), responses(
    (status = 200, body = Listed<BulkRecord>), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn records(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(wanted): Query<RecordsWanted>,
) -> ApiResult<Json<Listed<BulkRecord>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let args = Paging { first: wanted.first, after: wanted.after }.args()?;
    let bulk = shown(&app, &actor, id).await?;
    let outcome = wanted.outcome.map(RecordOutcome::as_str);
    let page = records::page(&app.context.log.pools.read, &actor, &bulk, outcome, &args).await?;
    Ok(Json(Listed::new(page, old, BulkRecord::from)))
}
