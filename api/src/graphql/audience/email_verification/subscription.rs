//! Following a run.

use async_graphql::{Context, Result, Subscription};
use futures::Stream;
use uuid::Uuid;

use super::query::one;
use super::types::EmailVerification;
use crate::graphql::watch::watch;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct EmailVerificationSubscription;

#[Subscription]
impl EmailVerificationSubscription {
    /// Emits on every change, and once at start.
    #[graphql(directive = allow::apply("EMAILS_VERIFY".into()))]
    async fn email_verification_progress(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
    ) -> Result<impl Stream<Item = Result<EmailVerification>> + use<>> {
        let (core, actor) = (core(ctx).clone(), actor(ctx)?.clone());
        let look = move || {
            let (core, actor) = (core.clone(), actor.clone());
            async move { one(&core, &actor, id).await }
        };
        let key = |run: &EmailVerification| {
            let done = run.progress.as_ref().map(|progress| (progress.done, progress.phase.clone()));
            (run.state, run.counts.clone(), done, run.finished_at)
        };
        Ok(watch(look, key))
    }
}
