//! Reading saved views.

use async_graphql::{Context, Object, Result};
use pivotal_projections::audience::saved_views::{SPEC, query};
use uuid::Uuid;

use super::types::SavedView;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::record::Entity;
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::SIGNED_IN;
use crate::policy::directive::allow;

#[derive(Default)]
pub struct SavedViewQuery;

#[Object]
impl SavedViewQuery {
    /// One's own views of a kind of list, one's teams', and those for everyone, by name. None for who may not see such
    /// lists.
    #[graphql(directive = allow::apply(SIGNED_IN.into()), complexity = "50 + 20 * child_complexity")]
    async fn saved_views(&self, ctx: &Context<'_>, entity: Entity) -> Result<Vec<SavedView>> {
        stale(ctx, &[SPEC.name]).await?;
        let pool = &core(ctx).context.log.pools.read;
        let rows = query::saved_views(pool, actor(ctx)?, entity.into()).await.map_err(ApiError::from)?;
        Ok(rows.into_iter().map(SavedView::from).collect())
    }

    /// One view, a deleted one too; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn saved_view(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<SavedView>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(one(ctx, id).await?)
    }
}

pub(super) async fn one(ctx: &Context<'_>, id: Uuid) -> ApiResult<Option<SavedView>> {
    let pool = &core(ctx).context.log.pools.read;
    Ok(query::saved_view(pool, actor(ctx)?, id).await?.map(SavedView::from))
}
