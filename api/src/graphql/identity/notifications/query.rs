//! Reading one's own notifications.

use std::collections::HashMap;

use async_graphql::{Context, Object, Result};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::notifications::NotificationPreferences;
use pivotal_projections::identity::notifications::query::{self, NotificationRow};
use pivotal_projections::identity::notifications::{SPEC, query::Unread};
use pivotal_projections::page::{Page, PageArgs};
use uuid::Uuid;

use super::types::{Notification, NotificationDigest, NotificationPreference, preferences};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::connection::{NotificationConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::SIGNED_IN;
use crate::policy::directive::allow;

#[derive(Default)]
pub struct NotificationQuery;

#[Object]
impl NotificationQuery {
    /// What you are told of, the newest first: the last 90 days, at most 500.
    #[graphql(directive = allow::apply(SIGNED_IN.into()), complexity = "cost(first, child_complexity)")]
    async fn notifications(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(30)")] first: Option<i32>,
        after: Option<String>,
        #[graphql(default)] unread_only: bool,
    ) -> Result<NotificationConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let args = page_args(first, after, None, 30)?;
        let stale = stale(ctx, &[SPEC.name]).await?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => count(core, actor, unread_only).await?,
            false => 0,
        };
        let (page, names) = page(core, actor, unread_only, &args).await?;
        Ok(NotificationConnection::new(page, total, stale, |row| Notification::of(row, &names)))
    }

    /// How many of your notifications are not read.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn unread_notifications(&self, ctx: &Context<'_>) -> Result<i64> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(unread(core(ctx), actor(ctx)?).await?.count)
    }

    /// The kinds of notifications that your role can be told of, and which you are.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn notification_preferences(&self, ctx: &Context<'_>) -> Result<Vec<NotificationPreference>> {
        stale(ctx, &[SPEC.name]).await?;
        let actor = actor(ctx)?;
        Ok(preferences(actor, &chosen(core(ctx), actor).await?))
    }

    /// When your digest comes.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn notification_digest(&self, ctx: &Context<'_>) -> Result<NotificationDigest> {
        stale(ctx, &[SPEC.name]).await?;
        let (core, actor) = (core(ctx), actor(ctx)?);
        Ok(NotificationDigest::of(actor, &chosen(core, actor).await?, core.context.now()))
    }
}

/// A page, and the names of the users in it as the reader may see them.
pub(crate) async fn page(
    core: &Core,
    actor: &Actor,
    unread_only: bool,
    args: &PageArgs,
) -> ApiResult<(Page<NotificationRow>, HashMap<Uuid, String>)> {
    let pool = &core.context.log.pools.read;
    let page = query::page(pool, actor, core.context.now(), unread_only, args).await?;
    // People of client organisations do not see who works here.
    let names = match actor.role.is_client() {
        true => HashMap::new(),
        false => {
            let all = core.directory.names().await.map_err(ApiError::from)?;
            let named = page.rows.iter().filter_map(|(_, row)| row.caused_by);
            named.filter_map(|id| Some((id, all.get(&id)?.clone()))).collect()
        }
    };
    Ok((page, names))
}

async fn count(core: &Core, actor: &Actor, unread_only: bool) -> ApiResult<i64> {
    let pool = &core.context.log.pools.read;
    Ok(query::count(pool, actor, core.context.now(), unread_only).await?)
}

pub(crate) async fn unread(core: &Core, actor: &Actor) -> ApiResult<Unread> {
    Ok(query::unread(&core.context.log.pools.read, actor, core.context.now()).await?)
}

pub(crate) async fn chosen(core: &Core, actor: &Actor) -> ApiResult<NotificationPreferences> {
    Ok(query::chosen(&core.context.log.pools.read, actor).await?)
}
