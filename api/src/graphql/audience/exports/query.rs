//! Reading exports.

use async_graphql::{Context, Object, Result};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::exports::{SPEC, query};
use uuid::Uuid;

use super::types::Export;
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::connection::{ExportConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ExportQuery;

#[Object]
impl ExportQuery {
    /// Your exports, the newest first; everybody's for those who may read everybody's activity.
    #[graphql(directive = allow::apply("EXPORTS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn exports(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(30)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<ExportConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let args = page_args(first, after, None, 30)?;
        let stale = stale(ctx, &[SPEC.name]).await?;
        let page = query::page(pool, actor, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        let now = core.context.now();
        Ok(ExportConnection::new(page, total, stale, |row| Export::of(row, &names, actor, now)))
    }

    /// One export; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("EXPORTS_VIEW".into()))]
    async fn export(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<Export>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(one(core(ctx), actor(ctx)?, id).await?)
    }
}

pub(crate) async fn one(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Option<Export>> {
    let row = query::get(&core.context.log.pools.read, actor, id).await?;
    let names = core.directory.names().await.map_err(ApiError::from)?;
    Ok(row.map(|row| Export::of(row, &names, actor, core.context.now())))
}
