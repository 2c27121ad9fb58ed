//! Reading the rules.

use async_graphql::{Context, Object, Result};
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::suppression::consent_rules::{SPEC, query};

use super::types::{ConsentRule, ConsentRuleChange};
use crate::errors::ApiError;
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ConsentRuleQuery;

#[Object]
impl ConsentRuleQuery {
    /// What holds by country for people of whom nothing is known; that of all other countries first.
    #[graphql(directive = allow::apply("CONSENTS_VIEW".into()))]
    async fn consent_rules(&self, ctx: &Context<'_>) -> Result<Vec<ConsentRule>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[SPEC.name]).await?;
        let rows = query::rules(&core.context.log.pools.read, actor).await.map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(rows.into_iter().map(|row| ConsentRule::of(row, &names)).collect())
    }

    /// Every change of the rules, the latest first: read from the log itself.
    #[graphql(directive = allow::apply("CONSENTS_VIEW".into()))]
    async fn consent_rule_changes(&self, ctx: &Context<'_>) -> Result<Vec<ConsentRuleChange>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let reading = Reading { pool: &core.context.log.pools.read, opener: &core.opener };
        let told = query::told(reading, actor).await.map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(told.into_iter().map(|one| ConsentRuleChange::of(one, &names)).collect())
    }
}
