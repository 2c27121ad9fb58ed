//! `GET /api/v1/legal-holds`.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_projections::suppression::legal_holds::query::{self, LegalHoldFilter};
use serde::Deserialize;
use utoipa::IntoParams;

use super::types::LegalHold;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::connection::page_args;
use crate::graphql::suppression::legal_holds::query::READ;
use crate::graphql::suppression::legal_holds::types::LegalHoldScope;
use crate::rest::v1::page::{Id, Listed, Query, stale};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScopeWanted {
    Contact,
    Account,
    Data,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct LegalHoldsWanted {
    /// Standing ones, or lifted ones.
    pub standing: Option<bool>,
    /// contact, account, data.
    #[param(value_type = Option<String>)]
    pub scope: Option<ScopeWanted>,
    /// What the reference begins with.
    pub reference: Option<String>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

impl LegalHoldsWanted {
    pub fn filter(&self) -> LegalHoldFilter {
        let scope = self.scope.map(|scope| match scope {
            ScopeWanted::Contact => LegalHoldScope::Contact,
            ScopeWanted::Account => LegalHoldScope::Account,
            ScopeWanted::Data => LegalHoldScope::Data,
        });
        LegalHoldFilter {
            standing: self.standing,
            scope: scope.map(LegalHoldScope::as_str),
            reference: self.reference.clone().filter(|reference| !reference.trim().is_empty()),
        }
    }
}

/// Legal holds, the latest first; lifted ones included unless asked otherwise.
#[utoipa::path(get, path = "", operation_id = "list_legal_holds", tag = "retention", params(LegalHoldsWanted), security(("bearer" = ["RETENTION_VIEW"])), responses(
    (status = 200, body = Listed<LegalHold>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<LegalHoldsWanted>,
) -> ApiResult<Json<Listed<LegalHold>>> {
    let filter = wanted.filter();
    let args = page_args(wanted.first, wanted.after, None, 60)?;
    let stale = stale(&app, &headers, &READ).await?;
    let page = query::page(&app.context.log.pools.read, &actor, &filter, &args).await?;
    Ok(Json(Listed::new(page, stale, LegalHold::from)))
}

/// One of them.
#[utoipa::path(get, path = "/{id}", operation_id = "get_legal_hold", tag = "retention", params(("id" = Uuid, Path)), security(("bearer" = ["RETENTION_VIEW"])), responses(
    (status = 200, body = LegalHold), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn one(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<LegalHold>> {
    stale(&app, &headers, &READ).await?;
    let row = query::get(&app.context.log.pools.read, &actor, id).await?;
    Ok(Json(row.map(LegalHold::from).ok_or_else(|| ApiError::not_found("legal hold"))?))
}
