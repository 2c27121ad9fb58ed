//! `GET /api/v1/duplicates`, and how the queue stands.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_projections::audience::duplicates::query::{self, QueueFilter};
use pivotal_projections::page::PageArgs;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::types::{DuplicatePair, DuplicateStanding, MergedEntity};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::duplicates::query::READ;
use crate::graphql::connection::page_args;
use crate::rest::v1::page::{Listed, Query, stale};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PairClass {
    Exact,
    Duplicate,
    Review,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct PairsWanted {
    /// contact or account.
    pub entity: MergedEntity,
    /// Those somebody said are not one, instead of those that wait.
    #[serde(default)]
    pub dismissed: bool,
    pub min_score: Option<f32>,
    pub class: Option<PairClass>,
    /// Pairs of this record.
    pub record_id: Option<Uuid>,
    /// Pairs of which the list would show a record for these words.
    pub q: Option<String>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

impl PairsWanted {
    pub(super) fn read(self) -> ApiResult<(QueueFilter, PageArgs)> {
        let class = self.class.map(|class| match class {
            PairClass::Exact => "exact",
            PairClass::Duplicate => "duplicate",
            PairClass::Review => "review",
        });
        let filter = QueueFilter {
            dismissed: self.dismissed,
            min_score: self.min_score,
            class,
            record: self.record_id,
            q: self.q,
        };
        Ok((filter, page_args(self.first, self.after, None, 50)?))
    }
}

/// List pairs of records that are likely one, the likeliest first.
#[utoipa::path(get, path = "", operation_id = "list_duplicates", tag = "duplicates", params(PairsWanted), security(("bearer" = ["RECORDS_MERGE"])), responses(
    (status = 200, body = Listed<DuplicatePair>), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<PairsWanted>,
) -> ApiResult<Json<Listed<DuplicatePair>>> {
    let old = stale(&app, &headers, &READ).await?;
    let entity = wanted.entity.into();
    let (filter, args) = wanted.read()?;
    let page = query::page(&app.context.log.pools.read, &actor, entity, &filter, &args).await?;
    Ok(Json(Listed::new(page, old, DuplicatePair::from)))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct StandingWanted {
    /// contact or account.
    pub entity: MergedEntity,
}

/// How many pairs wait, and when the finder last looked.
#[utoipa::path(get, path = "/standing", operation_id = "get_standing_of_duplicates", tag = "duplicates", params(StandingWanted), security(("bearer" = ["RECORDS_MERGE"])), responses(
    (status = 200, body = DuplicateStanding), (status = 403, body = Problem)))]
pub async fn standing(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<StandingWanted>,
) -> ApiResult<Json<DuplicateStanding>> {
    stale(&app, &headers, &READ).await?;
    let standing = query::standing(&app.context.log.pools.read, &actor, wanted.entity.into()).await?;
    Ok(Json(DuplicateStanding {
        exact: standing.exact,
        duplicate: standing.duplicate,
        review: standing.review,
        dismissed: standing.dismissed,
        looked_at: standing.looked.map(|looked| looked.finished_at),
        job_id: standing.job,
    }))
}
