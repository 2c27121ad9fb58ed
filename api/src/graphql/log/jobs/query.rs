//! Reading jobs.

use async_graphql::{Context, Object, Result};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::jobs;
use pivotal_projections::page::PageArgs;
use uuid::Uuid;

use super::types::{Job, JobState};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::connection::{JobConnection, cost, page_args};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct JobQuery;

#[Object]
impl JobQuery {
    /// Jobs the caller may see (all, or only the own), the newest first.
    #[graphql(directive = allow::apply("JOBS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn jobs(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
        state: Option<JobState>,
    ) -> Result<JobConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let (pool, state) = (&core.context.log.pools.read, state.map(JobState::as_str));
        let args = page_args(first, after, None, 50)?;
        let page = jobs::page(pool, actor, state, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => jobs::count(pool, actor, state).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(JobConnection::new(page, total, false, |row| Job::of(row, &names)))
    }

    #[graphql(directive = allow::apply("JOBS_VIEW".into()))]
    async fn job(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<Job>> {
        Ok(one(core(ctx), actor(ctx)?, id).await?)
    }
}

pub(crate) async fn one(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Option<Job>> {
    let row = jobs::get(&core.context.log.pools.read, actor, id).await?;
    let names = core.directory.names().await.map_err(ApiError::from)?;
    Ok(row.map(|row| Job::of(row, &names)))
}

/// The newest jobs, as many as a screen shows.
pub(crate) async fn newest(core: &Core, actor: &Actor) -> ApiResult<Vec<Job>> {
    let page = jobs::page(&core.context.log.pools.read, actor, None, &PageArgs::first(50)).await?;
    let names = core.directory.names().await.map_err(ApiError::from)?;
    Ok(page.rows.into_iter().map(|(_, row)| Job::of(row, &names)).collect())
}
