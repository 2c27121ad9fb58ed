//! Reading a record's history.

use async_graphql::{Context, Object, Result};
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_projections::audience::engagement;
use pivotal_projections::audience::history::port::{Reading, Wanted};
use pivotal_projections::audience::history::{SPEC, query};
use pivotal_projections::email::sending;
use pivotal_projections::suppression::{legal_holds, requests, suppressions};
use pivotal_projections::work;
use uuid::Uuid;

use super::timeline::{TimelineFacets, TimelineFilter};
use super::types::HistoryEntry;
use crate::errors::ApiError;
use crate::graphql::audience::record::Entity;
use crate::graphql::connection::{HistoryConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;
use crate::policy::{Rule, SIGNED_IN};

/// What the time line is read from: each feature that tells something on it.
const READ: [&str; 7] = [
    SPEC.name,
    engagement::SPEC.name,
    sending::SPEC.name,
    work::SPEC.name,
    suppressions::SPEC.name,
    requests::SPEC.name,
    legal_holds::SPEC.name,
];

#[derive(Default)]
pub struct HistoryQuery;

#[Object]
impl HistoryQuery {
    /// What happened to a record, the newest first. Needs the permission to see records of that entity. kinds are those of
    /// timelineFacets; actorId is a user's, and `system: true` asks for what nobody did; from is part of the time, to is not.
    #[graphql(directive = allow::apply(SIGNED_IN.into()), complexity = "cost(first, child_complexity)")]
    async fn history(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        id: Uuid,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
        wanted: Option<TimelineFilter>,
    ) -> Result<HistoryConnection> {
        let (core, actor, entity) = (core(ctx), actor(ctx)?, catalogue::Entity::from(entity));
        // Which permission depends on an argument, so no declaration can say it.
        Rule::Needs(permission_to_view(entity)).check(Some(actor))?;
        let pool = &core.context.log.pools.read;
        let args = page_args(first, after, None, 50)?;
        let stale = stale(ctx, &READ).await?;
        let (reading, record) = (Reading { pool, opener: &core.opener }, (entity, id));
        let wanted = wanted.map(Wanted::from).unwrap_or_default();
        let page = query::timeline(reading, actor, record, &wanted, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::timeline_count(reading, actor, record, &wanted).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(HistoryConnection::new(page, total, stale, |entry| HistoryEntry::of(entry, &names)))
    }

    /// What the timeline of a record can be filtered by, and the moments it can be looked at as of.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn timeline_facets(&self, ctx: &Context<'_>, entity: Entity, id: Uuid) -> Result<TimelineFacets> {
        let (core, actor, entity) = (core(ctx), actor(ctx)?, catalogue::Entity::from(entity));
        Rule::Needs(permission_to_view(entity)).check(Some(actor))?;
        stale(ctx, &READ).await?;
        let reading = Reading { pool: &core.context.log.pools.read, opener: &core.opener };
        let tally = query::tally(reading, actor, (entity, id)).await.map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(TimelineFacets::of(tally, &names, actor))
    }
}
