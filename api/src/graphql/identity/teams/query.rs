//! Reading teams.

use async_graphql::{Context, Object, Result};
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::identity::teams::{SPEC, query, story};
use pivotal_projections::identity::users;
use uuid::Uuid;

use super::types::TeamHistoryEntry;
use crate::errors::ApiError;
use crate::graphql::freshness::stale;
use crate::graphql::identity::users::types::{Team, User};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct TeamQuery;

#[Object]
impl TeamQuery {
    /// Teams by name, archived ones included. Who does not see all users sees the own ones.
    #[graphql(directive = allow::apply("USERS_VIEW".into()))]
    async fn teams(&self, ctx: &Context<'_>) -> Result<Vec<Team>> {
        stale(ctx, &[SPEC.name, users::SPEC.name]).await?;
        let pool = &core(ctx).context.log.pools.read;
        let rows = query::teams(pool, actor(ctx)?).await.map_err(ApiError::from)?;
        Ok(rows.into_iter().map(Team::from).collect())
    }

    /// One team; null when there is none.
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn team(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<Team>> {
        stale(ctx, &[SPEC.name, users::SPEC.name]).await?;
        let pool = &core(ctx).context.log.pools.read;
        let row = query::team(pool, actor(ctx)?, id).await.map_err(ApiError::from)?;
        Ok(row.map(Team::from))
    }

    /// Who is in it, by name, disabled ones included.
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn team_members(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<User>> {
        stale(ctx, &[users::SPEC.name]).await?;
        let pool = &core(ctx).context.log.pools.read;
        let rows = users::query::users_of_team(pool, actor(ctx)?, id).await.map_err(ApiError::from)?;
        Ok(rows.into_iter().map(User::from).collect())
    }

    /// What happened to it and who came and went, the newest first.
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn team_history(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<TeamHistoryEntry>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[SPEC.name, users::SPEC.name]).await?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        let reading = Reading { pool: &core.context.log.pools.read, opener: &core.opener };
        let told = story::told(reading, actor, id, &names).await.map_err(ApiError::from)?;
        Ok(told.into_iter().map(|one| TeamHistoryEntry::of(one, &names)).collect())
    }
}
