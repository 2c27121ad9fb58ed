//! Following a bulk change.

use async_graphql::{Context, Result, Subscription};
use futures::Stream;
use uuid::Uuid;

use super::query::one;
use super::types::{Bulk, BulkUndo};
use crate::graphql::watch::watch;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct BulkSubscription;

#[Subscription]
impl BulkSubscription {
    /// Emits on every change, and once at start.
    #[graphql(directive = allow::apply("RECORDS_BULK".into()))]
    async fn bulk_progress(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
    ) -> Result<impl Stream<Item = Result<Bulk>> + use<>> {
        let (core, actor) = (core(ctx).clone(), actor(ctx)?.clone());
        let look = move || {
            let (core, actor) = (core.clone(), actor.clone());
            async move { one(&core, &actor, id).await }
        };
        let key = |bulk: &Bulk| {
            let done = bulk.progress.as_ref().map(|progress| (progress.done, progress.phase.clone()));
            let undo = [&bulk.undo, &bulk.undo_preview].map(|undo| undo.as_ref().map(BulkUndo::key));
            (bulk.state, bulk.counts.clone(), done, undo, bulk.finished_at)
        };
        Ok(watch(look, key))
    }
}
