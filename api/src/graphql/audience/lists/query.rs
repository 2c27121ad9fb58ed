//! Reading lists and who is in them.

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::audience::lists::query::{self, ListRow};
use pivotal_projections::audience::lists::{SPEC, members, story};
use uuid::Uuid;

use super::input::ListsFilter;
use super::types::{List, ListMember};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::history::story::{AudienceEvent, presented};
use crate::graphql::audience::record::RecordSort;
use crate::graphql::connection::{ListConnection, ListMemberConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ListQuery;

#[Object]
impl ListQuery {
    /// Your own lists, your teams', and those for everyone; the newest first unless sorted otherwise (name, created_at, updated_at,
    /// members).
    #[graphql(directive = allow::apply("SEGMENTS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn lists(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
        before: Option<String>,
        filter: Option<ListsFilter>,
        sort: Option<RecordSort>,
    ) -> Result<ListConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let (args, filter) = (page_args(first, after, before, 60)?, ListsFilter::read(filter));
        let sort = RecordSort::or_newest(sort);
        let stale = stale(ctx, &[SPEC.name]).await?;
        let page = query::page(pool, actor, &filter, &sort, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor, &filter).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(ListConnection::new(page, total, stale, |row| List::of(row, &names, actor)))
    }

    /// One list, an archived one too; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("SEGMENTS_VIEW".into()))]
    async fn list(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<List>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(one(core(ctx), actor(ctx)?, id).await?)
    }

    /// Who is in a list now, or who was at a moment. In no particular order.
    #[graphql(directive = allow::apply("SEGMENTS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn list_members(
        &self,
        ctx: &Context<'_>,
        list_id: Uuid,
        as_of: Option<DateTime<Utc>>,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<ListMemberConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let args = page_args(first, after, None, 60)?;
        let stale = stale(ctx, &[SPEC.name]).await?;
        let list = shown(core, actor, list_id).await?;
        let page = members::page(pool, actor, &list, as_of, &args).await.map_err(ApiError::from)?;
        let total = match (as_of, ctx.look_ahead().field("totalCount").exists()) {
            (Some(at), true) => members::count_at(pool, list_id, at).await.map_err(ApiError::from)?,
            (_, _) => list.members,
        };
        Ok(ListMemberConnection::new(page, total, stale, ListMember::from))
    }

    /// What happened to a list itself: made, renamed, shared, archived. The newest 500 events, the newest first.
    #[graphql(directive = allow::apply("SEGMENTS_VIEW".into()), complexity = "50 + child_complexity")]
    async fn list_history(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<AudienceEvent>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(happened(core(ctx), actor(ctx)?, id).await?)
    }
}

/// The row, for whoever may see it.
pub(crate) async fn shown(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<ListRow> {
    let row = query::get(&core.context.log.pools.read, actor, id).await?;
    row.ok_or_else(|| ApiError::not_found("list"))
}

pub(crate) async fn one(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Option<List>> {
    let row = query::get(&core.context.log.pools.read, actor, id).await?;
    let names = core.directory.names().await.map_err(ApiError::from)?;
    Ok(row.map(|row| List::of(row, &names, actor)))
}

/// Of a list that the viewer may see.
pub(crate) async fn happened(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Vec<AudienceEvent>> {
    shown(core, actor, id).await?;
    let reading = Reading { pool: &core.context.log.pools.read, opener: &core.opener };
    presented(core, actor, None, story::told(reading, id).await?).await
}
