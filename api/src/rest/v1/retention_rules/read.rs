//! `GET /api/v1/retention-rules`, and what dry runs and runs came to.

use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_projections::suppression::legal_holds;
use pivotal_projections::suppression::retention::{SPEC, names, query};
use uuid::Uuid;

use super::types::{RetentionDryRun, RetentionRule, RetentionRun};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::page::{Id, stale};

/// How long each kind of data is kept.
#[utoipa::path(get, path = "", operation_id = "list_retention_rules", tag = "retention", security(("bearer" = ["RETENTION_VIEW"])), responses(
    (status = 200, body = Vec<RetentionRule>), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
) -> ApiResult<axum::Json<Vec<RetentionRule>>> {
    stale(&app, &headers, &[SPEC.name, legal_holds::SPEC.name]).await?;
    let rows = query::rules(&app.context.log.pools.read, &actor).await?;
    Ok(axum::Json(rows.into_iter().map(RetentionRule::from).collect()))
}

/// The last 60 runs of all rules, the latest first.
#[utoipa::path(get, path = "/runs", operation_id = "list_retention_runs", tag = "retention", security(("bearer" = ["RETENTION_VIEW"])), responses(
    (status = 200, body = Vec<RetentionRun>), (status = 403, body = Problem)))]
pub async fn runs(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
) -> ApiResult<axum::Json<Vec<RetentionRun>>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let rows = query::runs(&app.context.log.pools.read, &actor).await?;
    Ok(axum::Json(rows.into_iter().map(RetentionRun::from).collect()))
}

/// What a dry run found. Not found while it runs.
#[utoipa::path(get, path = "/dry-runs/{id}", operation_id = "get_retention_dry_run", tag = "retention", params(("id" = Uuid, Path)), security(("bearer" = ["RETENTION_VIEW"])), responses(
    (status = 200, body = RetentionDryRun), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn dry_run(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<axum::Json<RetentionDryRun>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let pool = &app.context.log.pools.read;
    let row =
        query::dry_run(pool, &actor, id).await?.ok_or_else(|| ApiError::not_found("finished dry run"))?;
    let ids: Vec<Uuid> = row.items.iter().chain(&row.held_items).map(|item| item.id).collect();
    let things = names::names(pool, &actor, row.kind, &ids).await?;
    Ok(axum::Json(RetentionDryRun::of(row, &things)))
}
