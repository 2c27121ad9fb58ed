//! Reading one record through time. Nothing here waits for a projection but the one that says who may see the record.

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::record::moment::Moment;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_projections::audience::provenance::query;
use pivotal_projections::audience::{accounts, contacts};
use uuid::Uuid;

use super::types::{Provenance, RecordComparison, RecordMoment};
use crate::errors::{ApiError, ApiResult, BAD_REQUEST};
use crate::graphql::audience::record::Entity;
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;
use crate::policy::{Rule, SIGNED_IN};

#[derive(Default)]
pub struct ProvenanceQuery;

#[Object]
impl ProvenanceQuery {
    /// For each field of a record its value with source, actor and time, the values before it, and those that lost
    /// against it. With asOf: as it was then. Null when there is no such record, or it may not be seen, or was erased.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn provenance(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        id: Uuid,
        as_of: Option<DateTime<Utc>>,
    ) -> Result<Option<Provenance>> {
        let entity = may_look(ctx, entity).await?;
        let core = core(ctx);
        let moment = as_of.map_or(Moment::Now, Moment::At);
        let pool = &core.context.log.pools.read;
        let told = query::provenance(pool, &core.opener, actor(ctx)?, (entity, id), moment)
            .await
            .map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(told.map(|fields| Provenance::of(entity, fields, &names)))
    }

    /// The record as it was at a moment (`at`), or right after one of its events (`position`); now when neither is given.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn record_as_of(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        id: Uuid,
        at: Option<DateTime<Utc>>,
        position: Option<i64>,
    ) -> Result<Option<RecordMoment>> {
        let (entity, moment) = (may_look(ctx, entity).await?, moment(at, position)?);
        let core = core(ctx);
        let pool = &core.context.log.pools.read;
        let then = query::as_of(pool, &core.opener, actor(ctx)?, (entity, id), moment)
            .await
            .map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(then.map(|record| RecordMoment::of(entity, record, &names)))
    }

    /// The record at two moments, every field with both values. Without `to`: against now.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    #[expect(clippy::too_many_arguments, reason = "each moment is a time or a position")]
    async fn record_compare(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        id: Uuid,
        from: Option<DateTime<Utc>>,
        to: Option<DateTime<Utc>>,
        from_position: Option<i64>,
        to_position: Option<i64>,
    ) -> Result<Option<RecordComparison>> {
        let entity = may_look(ctx, entity).await?;
        let moments = (moment(from, from_position)?, moment(to, to_position)?);
        let core = core(ctx);
        let pool = &core.context.log.pools.read;
        let compared = query::compared(pool, &core.opener, actor(ctx)?, (entity, id), moments)
            .await
            .map_err(ApiError::from)?;
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(compared.map(|record| RecordComparison::of(entity, record, &names)))
    }
}

/// Which permission depends on an argument, so no declaration can say it.
async fn may_look(ctx: &Context<'_>, entity: Entity) -> ApiResult<catalogue::Entity> {
    let entity = catalogue::Entity::from(entity);
    Rule::Needs(permission_to_view(entity)).check(Some(actor(ctx)?))?;
    let projection = match entity {
        catalogue::Entity::Contact => contacts::SPEC.name,
        catalogue::Entity::Account => accounts::SPEC.name,
    };
    // Late rows only matter for a record that was made just now, which then is not there yet.
    stale(ctx, &[projection]).await?;
    Ok(entity)
}

/// The moment a caller means.
pub(crate) fn moment(at: Option<DateTime<Utc>>, position: Option<i64>) -> ApiResult<Moment> {
    match (at, position) {
        (None, None) => Ok(Moment::Now),
        (Some(at), None) => Ok(Moment::At(at)),
        (None, Some(position)) => Ok(Moment::After(position)),
        (Some(_), Some(_)) => {
            Err(ApiError::new(BAD_REQUEST, "A moment is either a time or a position. Send one of them."))
        }
    }
}
