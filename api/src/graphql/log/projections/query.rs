//! Reading the state of the system.

use async_graphql::{Context, Object, Result};
use pivotal_projections::all::specs;
use pivotal_projections::log::status;

use super::types::{LogStatus, Projection};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::core;
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ProjectionQuery;

#[Object]
impl ProjectionQuery {
    #[graphql(directive = allow::apply("PROJECTIONS_VIEW".into()))]
    async fn projections(&self, ctx: &Context<'_>) -> Result<Vec<Projection>> {
        Ok(every(core(ctx)).await?)
    }

    #[graphql(directive = allow::apply("PROJECTIONS_VIEW".into()))]
    async fn log_status(&self, ctx: &Context<'_>) -> Result<LogStatus> {
        let core = core(ctx);
        let status = status::log_status(&core.context.log.pools.read).await.map_err(ApiError::from)?;
        Ok(LogStatus::of(status, core.bus.name()))
    }
}

pub(crate) async fn every(core: &Core) -> ApiResult<Vec<Projection>> {
    let statuses = status::projections(&core.context.log.pools.read, &specs()).await?;
    Ok(statuses.into_iter().map(Projection::from).collect())
}
