//! Reading client organisations.

use async_graphql::{Context, Object, Result};
use pivotal_projections::identity::clients::{SPEC, query};
use uuid::Uuid;

use super::types::Client;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::connection::{ClientConnection, cost};
use crate::graphql::freshness::stale;
use crate::graphql::identity::users::query::by_name;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ClientQuery;

#[Object]
impl ClientQuery {
    /// Client organisations by name. Client users see their own only.
    #[graphql(directive = allow::apply("CLIENTS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn clients(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<ClientConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let request = by_name(first, after)?;
        let stale = stale(ctx, &[SPEC.name]).await?;
        let page = query::clients(pool, actor, request).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count_clients(pool, actor).await.map_err(ApiError::from)?,
            false => 0,
        };
        Ok(ClientConnection::by_name(page, request.after.is_some(), total, stale))
    }

    /// One client organisation; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("CLIENTS_VIEW".into()))]
    async fn client(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<Client>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(one(ctx, id).await?)
    }
}

pub(crate) async fn one(ctx: &Context<'_>, id: Uuid) -> ApiResult<Option<Client>> {
    Ok(query::client(&core(ctx).context.log.pools.read, actor(ctx)?, id).await?.map(Client::from))
}
