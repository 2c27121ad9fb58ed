//! Reading a record's history.

use async_graphql::{Context, Object, Result};
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_projections::audience::history::{SPEC, query};
use uuid::Uuid;

use super::types::HistoryEntry;
use crate::errors::ApiError;
use crate::graphql::audience::record::Entity;
use crate::graphql::connection::{HistoryConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;
use crate::policy::{Rule, SIGNED_IN};

#[derive(Default)]
pub struct HistoryQuery;

#[Object]
impl HistoryQuery {
    /// What happened to a record, the newest first. Needs the permission to see records of that entity.
    #[graphql(directive = allow::apply(SIGNED_IN.into()), complexity = "cost(first, child_complexity)")]
    async fn history(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        id: Uuid,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<HistoryConnection> {
        let (core, actor, entity) = (core(ctx), actor(ctx)?, catalogue::Entity::from(entity));
        // Which permission depends on an argument, so no declaration can say it.
        Rule::Needs(permission_to_view(entity)).check(Some(actor))?;
        let pool = &core.context.log.pools.read;
        let args = page_args(first, after, None, 50)?;
        let stale = stale(ctx, &[SPEC.name]).await?;
        let page = query::page(pool, &core.opener, actor, entity, id, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor, entity, id).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(HistoryConnection::new(page, total, stale, |entry| HistoryEntry::of(entry, &names)))
    }
}
