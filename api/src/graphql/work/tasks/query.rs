//! Reading tasks.

use async_graphql::{Context, Object, Result};
use pivotal_projections::work::SPEC;
use pivotal_projections::work::tasks::query;
use uuid::Uuid;

use super::types::{Task, TaskAssignee, TaskCounts, TaskFilter};
use crate::asked::asking;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::connection::{TaskConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct TaskQuery;

#[Object]
impl TaskQuery {
    /// Tasks by when they are due, those without a date last; what is done or cancelled alone, the latest first. Who has a narrow
    /// scope sees the tasks that are their own.
    #[graphql(directive = allow::apply("TASKS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn tasks(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(50)")] first: Option<i32>,
        after: Option<String>,
        filter: Option<TaskFilter>,
    ) -> Result<TaskConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let (args, filter) = (page_args(first, after, None, 50)?, filter.unwrap_or_default());
        let asking = asking(core, actor, filter.time_zone.as_deref())?;
        let filter = filter.asked(asking);
        let pool = &core.context.log.pools.read;
        let stale = stale(ctx, &[SPEC.name]).await?;
        let page = query::page(pool, actor, &filter, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor, &filter).await.map_err(ApiError::from)?,
            false => 0,
        };
        let names = core.directory.names().await.map_err(ApiError::from)?;
        Ok(TaskConnection::new(page, total, stale, |row| Task::of(row, &names)))
    }

    /// One task, a deleted one too; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("TASKS_VIEW".into()))]
    async fn task(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<Task>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(one(ctx, id).await?)
    }

    /// One's own open tasks in numbers. timeZone: in which days begin, as Europe/Berlin.
    #[graphql(directive = allow::apply("TASKS_VIEW".into()))]
    async fn task_counts(&self, ctx: &Context<'_>, time_zone: Option<String>) -> Result<TaskCounts> {
        stale(ctx, &[SPEC.name]).await?;
        let (core, actor) = (core(ctx), actor(ctx)?);
        let asking = asking(core, actor, time_zone.as_deref())?;
        let counts = query::counts(&core.context.log.pools.read, actor, &asking).await;
        let query::TaskCounts { open, overdue, today } = counts.map_err(ApiError::from)?;
        Ok(TaskCounts { open, overdue, today })
    }

    /// Whom tasks can be given to: the people of the house, by name.
    #[graphql(directive = allow::apply("TASKS_EDIT".into()), complexity = "50 + 20 * child_complexity")]
    async fn task_assignees(&self, ctx: &Context<'_>) -> Result<Vec<TaskAssignee>> {
        let staff = core(ctx).directory.active_staff().await.map_err(ApiError::from)?;
        let people = staff.iter().map(|(id, name)| TaskAssignee { id: *id, name: name.clone() });
        let mut people: Vec<TaskAssignee> = people.collect();
        people.sort_by_cached_key(|one| (one.name.to_lowercase(), one.id));
        Ok(people)
    }
}

pub(super) async fn one(ctx: &Context<'_>, id: Uuid) -> ApiResult<Option<Task>> {
    let core = core(ctx);
    let row = query::get(&core.context.log.pools.read, actor(ctx)?, id).await?;
    let names = core.directory.names().await?;
    Ok(row.map(|row| Task::of(row, &names)))
}
