//! Reading the queue.

use async_graphql::{Context, Object, Result};
use pivotal_projections::audience::duplicates::{SPEC, query};
use pivotal_projections::audience::{accounts, contacts};

use super::types::{DuplicateFilter, DuplicatePair, DuplicateStanding};
use crate::errors::ApiError;
use crate::graphql::audience::record::Entity;
use crate::graphql::connection::{DuplicatePairConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct DuplicateQuery;

/// What the queue is read from.
pub const READ: [&str; 3] = [SPEC.name, contacts::SPEC.name, accounts::SPEC.name];

#[Object]
impl DuplicateQuery {
    /// Pairs of records that are likely one, the likeliest first.
    #[graphql(directive = allow::apply("RECORDS_MERGE".into()), complexity = "cost(first, child_complexity)")]
    async fn duplicates(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        filter: Option<DuplicateFilter>,
        #[graphql(default_with = "Some(30)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<DuplicatePairConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let args = page_args(first, after, None, 30)?;
        let stale = stale(ctx, &READ).await?;
        let filter = filter.unwrap_or_default().read();
        let page = query::page(pool, actor, entity.into(), &filter, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor, entity.into(), &filter).await.map_err(ApiError::from)?,
            false => 0,
        };
        Ok(DuplicatePairConnection::new(page, total, stale, DuplicatePair::from))
    }

    /// How many pairs wait, by how likely they are, and when the finder last looked.
    #[graphql(directive = allow::apply("RECORDS_MERGE".into()))]
    async fn duplicate_standing(&self, ctx: &Context<'_>, entity: Entity) -> Result<DuplicateStanding> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &READ).await?;
        let pool = &core.context.log.pools.read;
        let standing = query::standing(pool, actor, entity.into()).await.map_err(ApiError::from)?;
        Ok(DuplicateStanding {
            exact: standing.exact,
            duplicate: standing.duplicate,
            review: standing.review,
            dismissed: standing.dismissed,
            looked_at: standing.looked.as_ref().map(|looked| looked.finished_at),
            looked_records: standing.looked.as_ref().map(|looked| looked.records),
            looked_seconds: standing.looked.as_ref().map(|looked| looked.seconds),
            job_id: standing.job,
        })
    }
}
