//! The bell, live.

use std::time::Duration;

use async_graphql::{Context, Result, Subscription};
use futures::Stream;

use super::query::unread;
use super::types::UnreadNotifications;
use crate::graphql::watch::watch_every;
use crate::graphql::{actor, core};
use crate::policy::SIGNED_IN;
use crate::policy::directive::allow;

/// Everybody signed in listens all day, so this looks less often than what follows a piece of work.
const LOOK: Duration = Duration::from_secs(2);

#[derive(Default)]
pub struct NotificationSubscription;

#[Subscription]
impl NotificationSubscription {
    /// How many of your notifications are not read: once at the start, then whenever there is one more or less.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn notifications_changed(
        &self,
        ctx: &Context<'_>,
    ) -> Result<impl Stream<Item = Result<UnreadNotifications>> + use<>> {
        let (core, actor) = (core(ctx).clone(), actor(ctx)?.clone());
        let look = move || {
            let (core, actor) = (core.clone(), actor.clone());
            async move { unread(&core, &actor).await.map(|unread| Some(UnreadNotifications::from(unread))) }
        };
        Ok(watch_every(LOOK, look, UnreadNotifications::clone))
    }
}
