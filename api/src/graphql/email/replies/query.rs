//! Reading the inbox.

use async_graphql::{Context, Object, Result};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience;
use pivotal_projections::email::replies::SPEC;
use pivotal_projections::email::replies::query::{self, ReplyFilter};
use uuid::Uuid;

use super::types::{EmailRepliesFilter, EmailReply};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::connection::{EmailReplyConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

/// What the inbox is read from.
pub const READ: [&str; 2] = [SPEC.name, audience::contacts::SPEC.name];

#[derive(Default)]
pub struct EmailReplyQuery;

#[Object]
impl EmailReplyQuery {
    /// Replies to campaigns, the newest first.
    #[graphql(directive = allow::apply("REPLIES_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn email_replies(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
        filter: Option<EmailRepliesFilter>,
    ) -> Result<EmailReplyConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let (args, filter) =
            (page_args(first, after, None, 60)?, ReplyFilter::from(filter.unwrap_or_default()));
        let stale = stale(ctx, &READ).await?;
        let page = query::page(pool, actor, &filter, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor, &filter).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(EmailReplyConnection::new(page, total, stale, |row| EmailReply::of(row, &names)))
    }

    /// One reply; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("REPLIES_VIEW".into()))]
    async fn email_reply(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<EmailReply>> {
        stale(ctx, &READ).await?;
        Ok(one(core(ctx), actor(ctx)?, id).await?)
    }
}

pub(crate) async fn one(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Option<EmailReply>> {
    let row = query::get(&core.context.log.pools.read, actor, id).await?;
    let names = core.directory.names().await.map_err(ApiError::from)?;
    Ok(row.map(|row| EmailReply::of(row, &names)))
}
