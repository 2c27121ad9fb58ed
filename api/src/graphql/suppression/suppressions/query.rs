//! Reading suppressions, and asking the guard.

use async_graphql::{Context, Object, Result};
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::suppression::suppressions::key::Kind;
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::suppression::suppressions::{SPEC, files, query, story};
use pivotal_projections::{audience, identity};
use uuid::Uuid;

use super::types::{
    Suppression, SuppressionCheck, SuppressionEvent, SuppressionFile, SuppressionFilter, SuppressionKind,
    SuppressionReach, SuppressionReason,
};
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::record::Entity;
use crate::graphql::connection::{SuppressionConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;
use crate::suppressions::{check, exact_key};

#[derive(Default)]
pub struct SuppressionQuery;

/// What the list is read from.
pub const READ: [&str; 3] = [SPEC.name, identity::clients::SPEC.name, audience::accounts::SPEC.name];

impl SuppressionFilter {
    fn read(self, blind: &pivotal_log::blind_index::BlindIndex) -> ApiResult<query::SuppressionFilter> {
        let within = match (self.reach, self.client_id) {
            (_, Some(client)) => Some(query::Within::Client(client)),
            (Some(SuppressionReach::Global), None) => Some(query::Within::Everybodys),
            (Some(SuppressionReach::Client), None) => Some(query::Within::Clients),
            (Some(SuppressionReach::Campaign), None) => Some(query::Within::Campaigns),
            (Some(SuppressionReach::Brand), None) => Some(query::Within::Brands),
            (None, None) => None,
        };
        let kind = self.kind.map(Kind::from);
        let value = self.value.filter(|value| !value.trim().is_empty());
        Ok(query::SuppressionFilter {
            kind,
            reason: self.reason.map(Into::into),
            within,
            standing: self.standing.map(Into::into),
            key: value.map(|value| exact_key(blind, kind, &value)).transpose()?,
            begins: self.begins.filter(|begins| !begins.trim().is_empty()),
        })
    }
}

#[Object]
impl SuppressionQuery {
    /// Who must not be contacted, the latest first; released ones included unless asked otherwise.
    #[graphql(directive = allow::apply("SUPPRESSIONS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn suppressions(
        &self,
        ctx: &Context<'_>,
        filter: Option<SuppressionFilter>,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<SuppressionConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let (pool, now) = (&core.context.log.pools.read, core.context.now());
        let args = page_args(first, after, None, 50)?;
        let filter = filter.unwrap_or_default().read(&core.context.log.blind)?;
        let stale = stale(ctx, &READ).await?;
        let page = query::page(pool, actor, &filter, now, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor, &filter, now).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(SuppressionConnection::new(page, total, stale, |row| Suppression::of(row, &names, now)))
    }

    /// One of them; null also for one the viewer may not see.
    #[graphql(directive = allow::apply("SUPPRESSIONS_VIEW".into()))]
    async fn suppression(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<Suppression>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &READ).await?;
        let row = query::get(&core.context.log.pools.read, actor, id).await.map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(row.map(|row| Suppression::of(row, &names, core.context.now())))
    }

    /// What happened to a suppression, oldest first: read from the log itself. Empty for one the viewer may not see.
    #[graphql(directive = allow::apply("SUPPRESSIONS_VIEW".into()))]
    async fn suppression_events(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<SuppressionEvent>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &READ).await?;
        let pool = &core.context.log.pools.read;
        if query::get(pool, actor, id).await.map_err(ApiError::from)?.is_none() {
            return Ok(Vec::new());
        }
        let told =
            story::told(Reading { pool, opener: &core.opener }, &[id]).await.map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(told.into_iter().map(|one| SuppressionEvent::of(one, &names)).collect())
    }

    /// All that was ever suppressed of a contact or an account: its emails, numbers, domains, and its company; at most 100.
    #[graphql(directive = allow::apply("SUPPRESSIONS_VIEW".into()))]
    async fn suppressions_of(&self, ctx: &Context<'_>, entity: Entity, id: Uuid) -> Result<Vec<Suppression>> {
        let (core, actor, entity) = (core(ctx), actor(ctx)?, catalogue::Entity::from(entity));
        stale(ctx, &[SPEC.name, audience::contacts::SPEC.name, audience::accounts::SPEC.name]).await?;
        let pool = &core.context.log.pools.read;
        let rows = query::of_record(pool, actor, entity, id).await.map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        let now = core.context.now();
        Ok(rows.into_iter().map(|row| Suppression::of(row, &names, now)).collect())
    }

    /// The last 50 files of suppressions that were read, the latest first, all or those of one reason. Of a register the newest
    /// day counts.
    #[graphql(directive = allow::apply("SUPPRESSIONS_VIEW".into()))]
    async fn suppression_files(
        &self,
        ctx: &Context<'_>,
        reason: Option<SuppressionReason>,
    ) -> Result<Vec<SuppressionFile>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[SPEC.name]).await?;
        let rows = files::files(&core.context.log.pools.read, actor, reason.map(Into::into))
            .await
            .map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        let now = core.context.now();
        Ok(rows.into_iter().map(|row| SuppressionFile::of(row, &names, now)).collect())
    }

    /// Is this suppressed, and why? Asked of the guard, as every send and dial asks it: never late. With the proof.
    #[graphql(directive = allow::apply("SUPPRESSIONS_VIEW".into()))]
    async fn suppression_check(
        &self,
        ctx: &Context<'_>,
        value: String,
        kind: Option<SuppressionKind>,
        client_id: Option<Uuid>,
    ) -> Result<SuppressionCheck> {
        Ok(check(core(ctx), actor(ctx)?, kind.map(Kind::from), &value, client_id).await?)
    }
}
