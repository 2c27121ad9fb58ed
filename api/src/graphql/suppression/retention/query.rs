//! Reading rules of retention.

use async_graphql::{Context, Object, Result};
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::suppression::legal_holds;
use pivotal_projections::suppression::retention::{SPEC, names, query};
use uuid::Uuid;

use super::types::{RetentionDryRun, RetentionRule, RetentionRuleChange, RetentionRun};
use crate::errors::ApiError;
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct RetentionQuery;

#[Object]
impl RetentionQuery {
    /// How long each kind of data is kept.
    #[graphql(directive = allow::apply("RETENTION_VIEW".into()))]
    async fn retention_rules(&self, ctx: &Context<'_>) -> Result<Vec<RetentionRule>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[SPEC.name, legal_holds::SPEC.name]).await?;
        let rows = query::rules(&core.context.log.pools.read, actor).await.map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(rows.into_iter().map(|row| RetentionRule::of(row, &names)).collect())
    }

    /// Every change of the rules, the latest first: read from the log itself.
    #[graphql(directive = allow::apply("RETENTION_VIEW".into()))]
    async fn retention_rule_changes(&self, ctx: &Context<'_>) -> Result<Vec<RetentionRuleChange>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let reading = Reading { pool: &core.context.log.pools.read, opener: &core.opener };
        let told = query::told(reading, actor).await.map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(told.into_iter().map(|one| RetentionRuleChange::of(one, &names)).collect())
    }

    /// What a dry run found; null while it runs.
    #[graphql(directive = allow::apply("RETENTION_VIEW".into()))]
    async fn retention_dry_run(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<RetentionDryRun>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[SPEC.name]).await?;
        let pool = &core.context.log.pools.read;
        let Some(row) = query::dry_run(pool, actor, id).await.map_err(ApiError::from)? else {
            return Ok(None);
        };
        let ids: Vec<Uuid> = row.items.iter().chain(&row.held_items).map(|item| item.id).collect();
        let things = names::names(pool, actor, row.kind, &ids).await.map_err(ApiError::from)?;
        let users = core.directory.names().await.map_err(ApiError::from)?;
        Ok(Some(RetentionDryRun::of(row, &users, &things)))
    }

    /// The last 60 runs, the latest first.
    #[graphql(directive = allow::apply("RETENTION_VIEW".into()))]
    async fn retention_runs(&self, ctx: &Context<'_>) -> Result<Vec<RetentionRun>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[SPEC.name]).await?;
        let rows = query::runs(&core.context.log.pools.read, actor).await.map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(rows.into_iter().map(|row| RetentionRun::of(row, &names)).collect())
    }
}
