//! Reading senders and brands.

use async_graphql::{Context, Object, Result};
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::email::senders::{SPEC, query, story};
use uuid::Uuid;

use super::brands::EmailBrand;
use super::types::{SenderAccount, SenderHistoryEntry, SenderProfile};
use crate::errors::{ApiError, ApiResult};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct SenderQuery;

#[Object]
impl SenderQuery {
    /// Senders by brand and name, archived ones last; none for whoever does not see all campaigns.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()))]
    async fn sender_profiles(&self, ctx: &Context<'_>) -> Result<Vec<SenderProfile>> {
        let core = core(ctx);
        stale(ctx, &[SPEC.name]).await?;
        let rows = query::senders(&core.context.log.pools.read, actor(ctx)?).await.map_err(ApiError::from)?;
        let now = core.context.now();
        Ok(rows.into_iter().filter_map(|row| SenderProfile::of(row, now)).collect())
    }

    /// One sender; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()))]
    async fn sender_profile(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<SenderProfile>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(one(ctx, id).await?)
    }

    /// What happened to a sender, the newest first.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()))]
    async fn sender_history(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<SenderHistoryEntry>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[SPEC.name]).await?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        let reading = Reading { pool: &core.context.log.pools.read, opener: &core.opener };
        let told = story::of_sender(reading, actor, id).await.map_err(ApiError::from)?;
        Ok(told.into_iter().map(|one| SenderHistoryEntry::of(one, &names)).collect())
    }

    /// Brands by name, archived ones last; none for whoever does not see all campaigns.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()))]
    async fn email_brands(&self, ctx: &Context<'_>) -> Result<Vec<EmailBrand>> {
        stale(ctx, &[SPEC.name]).await?;
        let pool = &core(ctx).context.log.pools.read;
        let rows = query::brands(pool, actor(ctx)?).await.map_err(ApiError::from)?;
        Ok(rows.into_iter().map(EmailBrand::from).collect())
    }

    /// What happened to a brand, the newest first.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()))]
    async fn email_brand_history(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<SenderHistoryEntry>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[SPEC.name]).await?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        let reading = Reading { pool: &core.context.log.pools.read, opener: &core.opener };
        let told = story::of_brand(reading, actor, id).await.map_err(ApiError::from)?;
        Ok(told.into_iter().map(|one| SenderHistoryEntry::of(one, &names)).collect())
    }

    /// Accounts through which mail may leave, as the configuration names them.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn sender_accounts(&self, ctx: &Context<'_>) -> Result<Vec<SenderAccount>> {
        Ok(core(ctx).sender_accounts.iter().map(SenderAccount::from).collect())
    }
}

pub(super) async fn one(ctx: &Context<'_>, id: Uuid) -> ApiResult<Option<SenderProfile>> {
    let core = core(ctx);
    let row = query::sender(&core.context.log.pools.read, actor(ctx)?, id).await?;
    Ok(row.and_then(|row| SenderProfile::of(row, core.context.now())))
}
