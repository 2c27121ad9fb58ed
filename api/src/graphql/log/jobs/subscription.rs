//! Following jobs.

use async_graphql::{Context, Result, Subscription};
use futures::Stream;
use uuid::Uuid;

use super::query::{newest, one};
use super::types::Job;
use crate::graphql::watch::watch;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct JobSubscription;

#[Subscription]
impl JobSubscription {
    /// Emits on every change, and once at start.
    #[graphql(directive = allow::apply("JOBS_VIEW".into()))]
    async fn job_progress(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
    ) -> Result<impl Stream<Item = Result<Job>> + use<>> {
        let (core, actor) = (core(ctx).clone(), actor(ctx)?.clone());
        let look = move || {
            let (core, actor) = (core.clone(), actor.clone());
            async move { one(&core, &actor, id).await }
        };
        Ok(watch(look, Job::face))
    }

    /// The newest jobs, whenever one of them changes.
    #[graphql(directive = allow::apply("JOBS_VIEW".into()))]
    async fn jobs_changed(&self, ctx: &Context<'_>) -> Result<impl Stream<Item = Result<Vec<Job>>> + use<>> {
        let (core, actor) = (core(ctx).clone(), actor(ctx)?.clone());
        let look = move || {
            let (core, actor) = (core.clone(), actor.clone());
            async move { newest(&core, &actor).await.map(Some) }
        };
        Ok(watch(look, |jobs: &Vec<Job>| jobs.iter().map(Job::face).collect::<Vec<_>>()))
    }
}
