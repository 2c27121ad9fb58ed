//! What a person can do about a projection.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use pivotal_projections::all::specs;
use pivotal_projections::rebuild::request::request;
use pivotal_projections::runner::parking;

use super::query::every;
use super::types::Projection;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::payload::{UserError, outcome};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;
use crate::run_command::run_command;

#[derive(Default)]
pub struct ProjectionMutation;

#[derive(Debug, InputObject)]
pub struct ProjectionActionInput {
    pub name: String,
}

#[derive(Debug, SimpleObject)]
pub struct ProjectionPayload {
    pub projection: Option<Projection>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl ProjectionMutation {
    /// Lets a stopped projection try the same entry again.
    #[graphql(directive = allow::apply("PROJECTIONS_MANAGE".into()))]
    async fn projection_retry(
        &self,
        ctx: &Context<'_>,
        input: ProjectionActionInput,
    ) -> Result<ProjectionPayload> {
        let (pool, name) = (core(ctx).context.log.pools.write.clone(), input.name.clone());
        let done = run_command(async move { parking::retry(&pool, &name).await }).await;
        Ok(payload(ctx, &input.name, done).await?)
    }

    /// Puts the entry that stopped a projection aside, visibly, and lets the projection go on behind it.
    #[graphql(directive = allow::apply("PROJECTIONS_MANAGE".into()))]
    async fn projection_park(
        &self,
        ctx: &Context<'_>,
        input: ProjectionActionInput,
    ) -> Result<ProjectionPayload> {
        let by = actor(ctx)?.user_id.to_string();
        let (pool, name) = (core(ctx).context.log.pools.write.clone(), input.name.clone());
        let done = run_command(async move { parking::park(&pool, &name, &by).await.map(|_| ()) }).await;
        Ok(payload(ctx, &input.name, done).await?)
    }

    /// Builds it anew beside the one in use, compares and swaps.
    #[graphql(directive = allow::apply("PROJECTIONS_MANAGE".into()))]
    async fn projection_rebuild(
        &self,
        ctx: &Context<'_>,
        input: ProjectionActionInput,
    ) -> Result<ProjectionPayload> {
        let by = actor(ctx)?.user_id.to_string();
        let (pool, name) = (core(ctx).context.log.pools.write.clone(), input.name.clone());
        let done = match specs().iter().any(|spec| spec.name == name) {
            true => {
                run_command(async move {
                    request(&pool, &name, "asked for on the System page", &by).await.map(|_| ())
                })
                .await
            }
            false => Err(ApiError::not_found("projection")),
        };
        Ok(payload(ctx, &input.name, done).await?)
    }
}

async fn payload(ctx: &Context<'_>, name: &str, done: Result<(), ApiError>) -> ApiResult<ProjectionPayload> {
    Ok(match outcome(done)? {
        Ok(()) => {
            let projection = every(core(ctx)).await?.into_iter().find(|projection| projection.name == name);
            ProjectionPayload { projection, user_errors: Vec::new() }
        }
        Err(user_errors) => ProjectionPayload { projection: None, user_errors },
    })
}
