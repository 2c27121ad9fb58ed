//! Reading API keys.

use async_graphql::{Context, Object, Result};
use pivotal_projections::identity::api_keys::{SPEC, query};

use super::types::{ApiKey, ApiKeyScope};
use crate::errors::ApiError;
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ApiKeyQuery;

#[Object]
impl ApiKeyQuery {
    /// The newest 500 keys of everybody, the newest first.
    #[graphql(directive = allow::apply("API_KEYS_MANAGE".into()))]
    async fn api_keys(&self, ctx: &Context<'_>) -> Result<Vec<ApiKey>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[SPEC.name]).await?;
        let rows = query::api_keys(&core.context.log.pools.read, actor).await.map_err(ApiError::from)?;
        let mut uses = core.api_keys.last_uses(actor).await.map_err(ApiError::from)?;
        let now = core.context.now();
        Ok(rows
            .into_iter()
            .map(|row| {
                let last = uses.remove(&row.id);
                ApiKey::of(row, last, now)
            })
            .collect())
    }

    /// What a key of yours can be for: what you may do yourself.
    #[graphql(directive = allow::apply("API_KEYS_MANAGE".into()))]
    async fn api_key_scopes(&self, ctx: &Context<'_>) -> Result<Vec<ApiKeyScope>> {
        let grants = actor(ctx)?.grants().into_iter();
        let scopes = grants.map(|grant| ApiKeyScope {
            permission: grant.permission.to_string(),
            act: grant.permission.act().to_owned(),
        });
        Ok(scopes.collect())
    }
}
