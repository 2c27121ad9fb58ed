//! Following an import.

use async_graphql::{Context, Result, Subscription};
use futures::Stream;
use uuid::Uuid;

use super::preview::ImportPreview;
use super::query::one;
use super::types::Import;
use super::undo::ImportUndo;
use crate::graphql::watch::watch;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ImportSubscription;

#[Subscription]
impl ImportSubscription {
    /// Emits on every change, and once at start.
    #[graphql(directive = allow::apply("IMPORTS_VIEW".into()))]
    async fn import_progress(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
    ) -> Result<impl Stream<Item = Result<Import>> + use<>> {
        let (core, actor) = (core(ctx).clone(), actor(ctx)?.clone());
        let look = move || {
            let (core, actor) = (core.clone(), actor.clone());
            async move { one(&core, &actor, id).await }
        };
        let key = |import: &Import| {
            let done = import.progress.as_ref().map(|progress| (progress.done, progress.phase.clone()));
            let undo = [&import.undo, &import.undo_preview].map(|undo| undo.as_ref().map(ImportUndo::key));
            let preview = import.preview.as_ref().map(ImportPreview::key);
            (
                import.state,
                import.outcomes.clone(),
                done,
                import.finished_at,
                import.name.clone(),
                preview,
                import.fixed_rows,
                undo,
            )
        };
        Ok(watch(look, key))
    }
}
