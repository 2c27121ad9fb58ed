//! Reading legal holds.

use async_graphql::{Context, Object, Result};
use pivotal_domain::audience::fields::catalogue;
use pivotal_projections::audience;
use pivotal_projections::suppression::legal_holds::{SPEC, query};
use uuid::Uuid;

use super::types::{LegalHold, LegalHoldFilter};
use crate::errors::ApiError;
use crate::graphql::audience::record::Entity;
use crate::graphql::connection::{LegalHoldConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct LegalHoldQuery;

/// What the register is read from.
pub const READ: [&str; 3] = [SPEC.name, audience::contacts::SPEC.name, audience::accounts::SPEC.name];

impl From<LegalHoldFilter> for query::LegalHoldFilter {
    fn from(filter: LegalHoldFilter) -> Self {
        let reference = filter.reference.map(|reference| reference.trim().to_owned());
        query::LegalHoldFilter {
            standing: filter.standing,
            scope: filter.scope.map(|scope| scope.as_str()),
            reference: reference.filter(|reference| !reference.is_empty()),
        }
    }
}

#[Object]
impl LegalHoldQuery {
    /// Legal holds, the latest first; lifted ones included unless asked otherwise.
    #[graphql(directive = allow::apply("RETENTION_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn legal_holds(
        &self,
        ctx: &Context<'_>,
        filter: Option<LegalHoldFilter>,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<LegalHoldConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let args = page_args(first, after, None, 50)?;
        let filter = filter.unwrap_or_default().into();
        let stale = stale(ctx, &READ).await?;
        let page = query::page(pool, actor, &filter, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor, &filter).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(LegalHoldConnection::new(page, total, stale, |row| LegalHold::of(row, &names)))
    }

    /// One hold; null when there is none.
    #[graphql(directive = allow::apply("RETENTION_VIEW".into()))]
    async fn legal_hold(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<LegalHold>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &READ).await?;
        let pool = &core.context.log.pools.read;
        let row = query::get(pool, actor, id).await.map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(row.map(|row| LegalHold::of(row, &names)))
    }

    /// What ever stood over a record, lifted ones included: of a contact also over its account, or over all contacts.
    #[graphql(directive = allow::apply("RETENTION_VIEW".into()))]
    async fn legal_holds_of(&self, ctx: &Context<'_>, entity: Entity, id: Uuid) -> Result<Vec<LegalHold>> {
        let (core, actor, entity) = (core(ctx), actor(ctx)?, catalogue::Entity::from(entity));
        stale(ctx, &READ).await?;
        let pool = &core.context.log.pools.read;
        let rows = query::of_record(pool, actor, entity, id).await.map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(rows.into_iter().map(|row| LegalHold::of(row, &names)).collect())
    }
}
