//! Reading users.

use async_graphql::{Context, Object, Result};
use pivotal_projections::identity::page::PageRequest;
use pivotal_projections::identity::users::{SPEC, query};
use uuid::Uuid;

use super::types::User;
use crate::errors::{ApiError, ApiResult, BAD_PAGE};
use crate::graphql::connection::{UserConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct UserQuery;

#[Object]
impl UserQuery {
    /// Users by name. Client users see their own colleagues only.
    #[graphql(directive = allow::apply("USERS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn users(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<UserConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let request = by_name(first, after)?;
        let stale = stale(ctx, &[SPEC.name]).await?;
        let page = query::users(pool, actor, request).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count_users(pool, actor).await.map_err(ApiError::from)?,
            false => 0,
        };
        Ok(UserConnection::by_name(page, request.after.is_some(), total, stale))
    }

    /// One user, for whoever manages them; null when there is none.
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn user(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<User>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(one(ctx, id).await?)
    }
}

/// The page of a list whose cursor is a row's id.
pub(crate) fn by_name(first: Option<i32>, after: Option<String>) -> ApiResult<PageRequest> {
    let args = page_args(first, after, None, 60)?;
    let after = args.after.map(|cursor| cursor.parse::<Uuid>()).transpose();
    let after = after.map_err(|_| {
        ApiError::new(BAD_PAGE, "The cursor does not belong to this list. Start again from the first page.")
    })?;
    Ok(PageRequest::new(args.first, after))
}

pub(crate) async fn one(ctx: &Context<'_>, id: Uuid) -> ApiResult<Option<User>> {
    let row = query::user(&core(ctx).context.log.pools.read, actor(ctx)?, id).await?;
    Ok(row.map(User::from))
}
