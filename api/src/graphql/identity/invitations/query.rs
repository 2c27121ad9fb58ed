//! Reading invitations.

use async_graphql::{Context, Object, Result};
use pivotal_projections::identity::invitations::{SPEC, query};
use uuid::Uuid;

use super::types::Invitation;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct InvitationQuery;

#[Object]
impl InvitationQuery {
    /// The newest 500 invitations, the newest first.
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn invitations(&self, ctx: &Context<'_>) -> Result<Vec<Invitation>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[SPEC.name]).await?;
        let pool = &core.context.log.pools.read;
        let rows = query::invitations(pool, actor).await.map_err(ApiError::from)?;
        let now = core.context.now();
        Ok(rows.into_iter().map(|row| Invitation::of(row, now)).collect())
    }
}

pub(crate) async fn one(ctx: &Context<'_>, id: Uuid) -> ApiResult<Option<Invitation>> {
    let core = core(ctx);
    let row = query::invitation(&core.context.log.pools.read, actor(ctx)?, id).await?;
    Ok(row.map(|row| Invitation::of(row, core.context.now())))
}
