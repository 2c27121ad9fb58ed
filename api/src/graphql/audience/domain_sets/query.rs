//! Reading domain sets.

use async_graphql::{Context, Object, Result};
use pivotal_projections::audience::domain_sets::query::{self, DomainSetFilter, DomainSetRow};
use pivotal_projections::audience::domain_sets::{SPEC, contacts, items, story};
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::audience::{accounts, contacts as people};
use uuid::Uuid;

use super::types::{
    DomainSet, DomainSetContact, DomainSetContactFilter, DomainSetInvalidLine, DomainSetItem,
    DomainSetItemFilter,
};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::history::story::{AudienceEvent, presented};
use crate::graphql::connection::{
    DomainSetConnection, DomainSetContactConnection, DomainSetInvalidLineConnection, DomainSetItemConnection,
    cost, page_args,
};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;
use pivotal_domain::identity::actor::Actor;

#[derive(Default)]
pub struct DomainSetQuery;

/// What items and people of a set are read from.
pub const READ: [&str; 3] = [SPEC.name, accounts::SPEC.name, people::SPEC.name];

#[Object]
impl DomainSetQuery {
    /// One's own sets, one's teams', and those for everyone, the newest first.
    #[graphql(directive = allow::apply("DOMAIN_SETS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn domain_sets(
        &self,
        ctx: &Context<'_>,
        q: Option<String>,
        #[graphql(default)] archived: bool,
        #[graphql(default_with = "Some(30)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<DomainSetConnection> {
        let (pool, args) = (&core(ctx).context.log.pools.read, page_args(first, after, None, 30)?);
        let stale = stale(ctx, &[SPEC.name]).await?;
        let filter = DomainSetFilter { q, archived };
        let page = query::page(pool, actor(ctx)?, &filter, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor(ctx)?, &filter).await.map_err(ApiError::from)?,
            false => 0,
        };
        Ok(DomainSetConnection::new(page, total, stale, DomainSet::from))
    }

    /// One set, an archived one too; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("DOMAIN_SETS_VIEW".into()))]
    async fn domain_set(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<DomainSet>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(one(ctx, id).await?)
    }

    /// The items of a set in the order of its file: which account each one is, how it was found, how many contacts it brings.
    #[graphql(directive = allow::apply("DOMAIN_SETS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn domain_set_items(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        filter: Option<DomainSetItemFilter>,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<DomainSetItemConnection> {
        let (pool, args) = (&core(ctx).context.log.pools.read, page_args(first, after, None, 60)?);
        let stale = stale(ctx, &READ).await?;
        let set = seen(core(ctx), actor(ctx)?, id).await?;
        let filter = filter.unwrap_or_default().read();
        let page = items::page(pool, actor(ctx)?, &set, &filter, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => items::count(pool, &set, &filter).await.map_err(ApiError::from)?,
            false => 0,
        };
        Ok(DomainSetItemConnection::new(page, total, stale, DomainSetItem::from))
    }

    /// The lines of a set that name no domain, and why. The first 20,000 are named, all are counted.
    #[graphql(directive = allow::apply("DOMAIN_SETS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn domain_set_invalid_lines(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<DomainSetInvalidLineConnection> {
        let (pool, args) = (&core(ctx).context.log.pools.read, page_args(first, after, None, 60)?);
        let stale = stale(ctx, &[SPEC.name]).await?;
        let set = seen(core(ctx), actor(ctx)?, id).await?;
        let page = items::invalid(pool, &set, &args).await.map_err(ApiError::from)?;
        Ok(DomainSetInvalidLineConnection::new(page, set.invalid, stale, DomainSetInvalidLine::from))
    }

    /// The people of a set: contacts of its accounts, and those without an account whose email is at one of its domains or at a host below it.
    #[graphql(directive = allow::apply("DOMAIN_SETS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn domain_set_contacts(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        filter: Option<DomainSetContactFilter>,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<DomainSetContactConnection> {
        let (pool, args) = (&core(ctx).context.log.pools.read, page_args(first, after, None, 60)?);
        let stale = stale(ctx, &READ).await?;
        let set = seen(core(ctx), actor(ctx)?, id).await?;
        let filter = filter.unwrap_or_default().read();
        let page = contacts::page(pool, actor(ctx)?, &set, &filter, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => contacts::count(pool, actor(ctx)?, &set, &filter).await.map_err(ApiError::from)?,
            false => 0,
        };
        Ok(DomainSetContactConnection::new(page, total, stale, DomainSetContact::from))
    }

    /// What happened to a set: made, read, matched, renamed, archived. The newest 500 events, the newest first.
    #[graphql(directive = allow::apply("DOMAIN_SETS_VIEW".into()), complexity = "50 + child_complexity")]
    async fn domain_set_history(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<AudienceEvent>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(happened(core(ctx), actor(ctx)?, id).await?)
    }
}

pub(super) async fn one(ctx: &Context<'_>, id: Uuid) -> ApiResult<Option<DomainSet>> {
    let pool = &core(ctx).context.log.pools.read;
    Ok(query::domain_set(pool, actor(ctx)?, id).await?.map(DomainSet::from))
}

/// A set that the viewer sees; one that they do not is not there.
pub async fn seen(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<DomainSetRow> {
    let set = query::domain_set(&core.context.log.pools.read, actor, id).await?;
    set.ok_or_else(|| ApiError::not_found("domain set"))
}

/// Of a set that the viewer sees.
pub(crate) async fn happened(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Vec<AudienceEvent>> {
    seen(core, actor, id).await?;
    let reading = Reading { pool: &core.context.log.pools.read, opener: &core.opener };
    presented(core, actor, None, story::told(reading, id).await?).await
}
