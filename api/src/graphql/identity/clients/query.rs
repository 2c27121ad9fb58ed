//! Reading client organisations.

use async_graphql::{Context, InputObject, Object, Result};
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::identity::clients::query::ClientFilter;
use pivotal_projections::identity::clients::{SPEC, query, story};
use pivotal_projections::identity::{invitations, users};
use pivotal_projections::suppression::suppressions;
use uuid::Uuid;

use super::record::{ClientHistoryEntry, ClientRecord};
use super::types::Client;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::connection::{ClientConnection, cost};
use crate::graphql::freshness::stale;
use crate::graphql::identity::invitations::types::Invitation;
use crate::graphql::identity::users::query::by_name;
use crate::graphql::identity::users::types::User;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

/// Which clients.
#[derive(Debug, Default, InputObject)]
pub struct ClientsWanted {
    /// Part of the name or the website.
    pub search: Option<String>,
    /// Null: all.
    pub archived: Option<bool>,
    /// Who of ours looks after them.
    pub owner_id: Option<Uuid>,
}

impl From<ClientsWanted> for ClientFilter {
    fn from(wanted: ClientsWanted) -> Self {
        ClientFilter { search: wanted.search, archived: wanted.archived, owner: wanted.owner_id }
    }
}

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
        wanted: Option<ClientsWanted>,
    ) -> Result<ClientConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let request = by_name(first, after)?;
        let filter = ClientFilter::from(wanted.unwrap_or_default());
        let stale = stale(ctx, &[SPEC.name]).await?;
        let page = query::clients(pool, actor, &filter, request).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count_clients(pool, actor, &filter).await.map_err(ApiError::from)?,
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

    /// What operations know of it; null for the client's own users.
    #[graphql(directive = allow::apply("CLIENTS_VIEW".into()))]
    async fn client_record(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<ClientRecord>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[SPEC.name, suppressions::SPEC.name]).await?;
        let (pool, now) = (&core.context.log.pools.read, core.context.now());
        let record = query::record(pool, actor, id, now).await.map_err(ApiError::from)?;
        Ok(record.map(ClientRecord::from))
    }

    /// Its users by name, disabled ones included.
    #[graphql(directive = allow::apply("USERS_VIEW".into()))]
    async fn client_users(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<User>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[users::SPEC.name]).await?;
        let pool = &core.context.log.pools.read;
        let rows = users::query::users_of_client(pool, actor, id).await.map_err(ApiError::from)?;
        Ok(rows.into_iter().map(User::from).collect())
    }

    /// Invitations to it that are open, the newest first.
    #[graphql(directive = allow::apply("COLLEAGUES_INVITE".into()))]
    async fn client_invitations(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<Invitation>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[invitations::SPEC.name]).await?;
        let (pool, now) = (&core.context.log.pools.read, core.context.now());
        let rows = invitations::query::open_invitations_of(pool, actor, id).await.map_err(ApiError::from)?;
        Ok(rows.into_iter().map(|row| Invitation::of(row, now)).collect())
    }

    /// What happened to it, the newest first, with who viewed as it; nothing for the client's own users.
    #[graphql(directive = allow::apply("CLIENTS_VIEW".into()))]
    async fn client_history(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<ClientHistoryEntry>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[SPEC.name]).await?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        let reading = Reading { pool: &core.context.log.pools.read, opener: &core.opener };
        let told = story::told(reading, actor, id, &names).await.map_err(ApiError::from)?;
        Ok(told.into_iter().map(|one| ClientHistoryEntry::of(one, &names)).collect())
    }
}

pub(crate) async fn one(ctx: &Context<'_>, id: Uuid) -> ApiResult<Option<Client>> {
    Ok(query::client(&core(ctx).context.log.pools.read, actor(ctx)?, id).await?.map(Client::from))
}
