//! Reading custom fields.

use async_graphql::{Context, Object, Result};
use pivotal_projections::audience::custom_fields::{SPEC, query};

use super::types::CustomField;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::record::Entity;
use crate::graphql::core;
use crate::graphql::freshness::stale;
use crate::policy::SIGNED_IN;
use crate::policy::directive::allow;

#[derive(Default)]
pub struct CustomFieldQuery;

#[Object]
impl CustomFieldQuery {
    /// The custom fields of contacts or accounts, by label.
    #[graphql(directive = allow::apply(SIGNED_IN.into()), complexity = "50 + 20 * child_complexity")]
    async fn custom_fields(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        #[graphql(default, desc = "Also those that are archived.")] archived: bool,
    ) -> Result<Vec<CustomField>> {
        stale(ctx, &[SPEC.name]).await?;
        let pool = &core(ctx).context.log.pools.read;
        let rows = query::custom_fields(pool, entity.into()).await.map_err(ApiError::from)?;
        let shown = rows.into_iter().filter(|row| archived || !row.definition.archived);
        Ok(shown.map(CustomField::from).collect())
    }
}

pub(super) async fn one(ctx: &Context<'_>, entity: Entity, key: &str) -> ApiResult<Option<CustomField>> {
    let pool = &core(ctx).context.log.pools.read;
    let rows = query::custom_fields(pool, entity.into()).await?;
    Ok(rows.into_iter().find(|row| row.definition.key == key).map(CustomField::from))
}
