//! Following a run.

use async_graphql::{Context, Result, Subscription};
use futures::Stream;
use uuid::Uuid;

use super::query::one;
use super::types::PhoneLookup;
use crate::graphql::watch::watch;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct PhoneLookupSubscription;

#[Subscription]
impl PhoneLookupSubscription {
    /// Emits on every change, and once at start.
    #[graphql(directive = allow::apply("PHONES_LOOK_UP".into()))]
    async fn phone_lookup_progress(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
    ) -> Result<impl Stream<Item = Result<PhoneLookup>> + use<>> {
        let (core, actor) = (core(ctx).clone(), actor(ctx)?.clone());
        let look = move || {
            let (core, actor) = (core.clone(), actor.clone());
            async move { one(&core, &actor, id).await }
        };
        let key = |run: &PhoneLookup| {
            let done = run.progress.as_ref().map(|progress| (progress.done, progress.phase.clone()));
            (run.state, run.counts.clone(), done, run.finished_at)
        };
        Ok(watch(look, key))
    }
}
