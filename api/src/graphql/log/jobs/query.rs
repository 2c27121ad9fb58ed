//! Reading jobs.

use async_graphql::{Context, Object, Result};
use pivotal_commands::jobs::kinds;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::jobs::{self, JobFilter};
use pivotal_projections::page::PageArgs;
use uuid::Uuid;

use super::types::{Job, JobState, RoutineJobs};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::connection::{JobConnection, cost, page_args};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct JobQuery;

#[Object]
impl JobQuery {
    /// Jobs the caller may see (all, or only the own), the newest first. Without routine work, what runs by itself is
    /// left out unless it is parked.
    #[graphql(directive = allow::apply("JOBS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn jobs(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
        state: Option<JobState>,
        #[graphql(default = true)] routine: bool,
    ) -> Result<JobConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let filter = JobFilter {
            state: state.map(|state| state.as_str().to_owned()),
            without: if routine { Vec::new() } else { routine_names() },
        };
        let args = page_args(first, after, None, 50)?;
        let page = jobs::page(pool, actor, &filter, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => jobs::count(pool, actor, &filter).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(JobConnection::new(page, total, false, |row| Job::of(row, &names)))
    }

    /// Work that runs by itself, one line per kind.
    #[graphql(directive = allow::apply("JOBS_VIEW".into()))]
    async fn routine_jobs(&self, ctx: &Context<'_>) -> Result<Vec<RoutineJobs>> {
        let pool = &core(ctx).context.log.pools.read;
        let mut sums = jobs::sums(pool, actor(ctx)?, &routine_names()).await.map_err(ApiError::from)?;
        Ok(kinds::routine()
            .filter_map(|kind| {
                let at = sums.iter().position(|sums| sums.kind == kind.name)?;
                Some(RoutineJobs::of(kind, sums.swap_remove(at)))
            })
            .collect())
    }

    #[graphql(directive = allow::apply("JOBS_VIEW".into()))]
    async fn job(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<Job>> {
        Ok(one(core(ctx), actor(ctx)?, id).await?)
    }
}

fn routine_names() -> Vec<String> {
    kinds::routine().map(|kind| kind.name.to_owned()).collect()
}

pub(crate) async fn one(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Option<Job>> {
    let row = jobs::get(&core.context.log.pools.read, actor, id).await?;
    let names = core.directory.names().await.map_err(ApiError::from)?;
    Ok(row.map(|row| Job::of(row, &names)))
}

/// The newest jobs, as many as a screen shows.
pub(crate) async fn newest(core: &Core, actor: &Actor) -> ApiResult<Vec<Job>> {
    let page =
        jobs::page(&core.context.log.pools.read, actor, &JobFilter::default(), &PageArgs::first(50)).await?;
    let names = core.directory.names().await.map_err(ApiError::from)?;
    Ok(page.rows.into_iter().map(|(_, row)| Job::of(row, &names)).collect())
}
