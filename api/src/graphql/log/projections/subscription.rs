//! Following the projections.

use async_graphql::{Context, Result, Subscription};
use futures::Stream;

use super::query::every;
use super::types::Projection;
use crate::graphql::core;
use crate::graphql::watch::watch;
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ProjectionSubscription;

#[Subscription]
impl ProjectionSubscription {
    /// All projections, whenever one of them changes.
    #[graphql(directive = allow::apply("PROJECTIONS_VIEW".into()))]
    async fn projections_changed(
        &self,
        ctx: &Context<'_>,
    ) -> Result<impl Stream<Item = Result<Vec<Projection>>> + use<>> {
        let core = core(ctx).clone();
        let look = move || {
            let core = core.clone();
            async move { every(&core).await.map(Some) }
        };
        let face = |one: &Projection| {
            (
                one.state,
                one.position,
                one.head_position,
                one.parked_events,
                one.rebuild.clone(),
                one.error.clone(),
            )
        };
        Ok(watch(look, move |all: &Vec<Projection>| all.iter().map(face).collect::<Vec<_>>()))
    }
}
