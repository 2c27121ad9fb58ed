//! Reading suggested industries.

use async_graphql::{Context, Object, Result};
use pivotal_projections::audience::accounts;
use pivotal_projections::audience::enrichment::{SPEC, query};
use uuid::Uuid;

use super::types::{IndustrySuggestion, IndustrySuggestionCounts, IndustrySuggestionFilter};
use crate::errors::ApiError;
use crate::graphql::connection::{IndustrySuggestionConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct EnrichmentQuery;

#[Object]
impl EnrichmentQuery {
    /// Suggested industries, the surest first; without a filter whatever was said to them.
    #[graphql(directive = allow::apply("ACCOUNTS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn industry_suggestions(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
        filter: Option<IndustrySuggestionFilter>,
    ) -> Result<IndustrySuggestionConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let (args, filter) = (page_args(first, after, None, 50)?, filter.unwrap_or_default().into());
        let stale = stale(ctx, &[SPEC.name, accounts::SPEC.name]).await?;
        let page = query::page(pool, actor, &filter, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor, &filter).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(IndustrySuggestionConnection::new(page, total, stale, |row| IndustrySuggestion::of(row, &names)))
    }

    /// What is suggested for one account; null when nothing ever was.
    #[graphql(directive = allow::apply("ACCOUNTS_VIEW".into()))]
    async fn industry_suggestion(
        &self,
        ctx: &Context<'_>,
        account_id: Uuid,
    ) -> Result<Option<IndustrySuggestion>> {
        stale(ctx, &[SPEC.name, accounts::SPEC.name]).await?;
        let (core, actor) = (core(ctx), actor(ctx)?);
        let row =
            query::get(&core.context.log.pools.read, actor, account_id).await.map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(row.map(|row| IndustrySuggestion::of(row, &names)))
    }

    #[graphql(directive = allow::apply("ACCOUNTS_VIEW".into()))]
    async fn industry_suggestion_counts(&self, ctx: &Context<'_>) -> Result<IndustrySuggestionCounts> {
        stale(ctx, &[SPEC.name, accounts::SPEC.name]).await?;
        let (core, actor) = (core(ctx), actor(ctx)?);
        let counts = query::counts(&core.context.log.pools.read, actor).await.map_err(ApiError::from)?;
        Ok(IndustrySuggestionCounts::of(counts, core.config.model.industries.is_some()))
    }
}
