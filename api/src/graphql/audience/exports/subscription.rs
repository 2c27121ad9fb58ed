//! Following an export.

use async_graphql::{Context, Result, Subscription};
use futures::Stream;
use uuid::Uuid;

use super::query::one;
use super::types::Export;
use crate::graphql::watch::watch;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ExportSubscription;

#[Subscription]
impl ExportSubscription {
    /// Emits on every change, and once at start.
    #[graphql(directive = allow::apply("EXPORTS_VIEW".into()))]
    async fn export_progress(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
    ) -> Result<impl Stream<Item = Result<Export>> + use<>> {
        let (core, actor) = (core(ctx).clone(), actor(ctx)?.clone());
        let look = move || {
            let (core, actor) = (core.clone(), actor.clone());
            async move { one(&core, &actor, id).await }
        };
        let key = |export: &Export| {
            let done = export.progress.as_ref().map(|progress| (progress.done, progress.phase.clone()));
            (export.state, done, export.finished_at)
        };
        Ok(watch(look, key))
    }
}
