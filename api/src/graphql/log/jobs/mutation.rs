//! Cancelling and retrying jobs.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use pivotal_commands::jobs::manage::{cancel_job, retry_job};
use uuid::Uuid;

use super::query::one;
use super::types::Job;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::payload::{UserError, outcome};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;
use crate::run_command::run_command;

#[derive(Default)]
pub struct JobMutation;

#[derive(Debug, InputObject)]
pub struct JobActionInput {
    pub id: Uuid,
}

#[derive(Debug, SimpleObject)]
pub struct JobPayload {
    pub job: Option<Job>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl JobMutation {
    /// A waiting job is cancelled on the spot; a running one is told, and ends after its current step.
    #[graphql(directive = allow::apply("JOBS_MANAGE".into()))]
    async fn job_cancel(&self, ctx: &Context<'_>, input: JobActionInput) -> Result<JobPayload> {
        let (queue, actor) = (core(ctx).queue.clone(), actor(ctx)?.clone());
        let done = run_command(async move { cancel_job(&queue, &actor, input.id).await }).await;
        Ok(payload(ctx, input.id, done.map(|_| ())).await?)
    }

    /// Gives a parked job a fresh set of tries, from where it stopped.
    #[graphql(directive = allow::apply("JOBS_MANAGE".into()))]
    async fn job_retry(&self, ctx: &Context<'_>, input: JobActionInput) -> Result<JobPayload> {
        let (queue, actor) = (core(ctx).queue.clone(), actor(ctx)?.clone());
        let done = run_command(async move { retry_job(&queue, &actor, input.id).await }).await;
        Ok(payload(ctx, input.id, done).await?)
    }
}

async fn payload(ctx: &Context<'_>, id: Uuid, done: Result<(), ApiError>) -> ApiResult<JobPayload> {
    Ok(match outcome(done)? {
        Ok(()) => JobPayload { job: one(core(ctx), actor(ctx)?, id).await?, user_errors: Vec::new() },
        Err(user_errors) => JobPayload { job: None, user_errors },
    })
}
