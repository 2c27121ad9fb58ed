//! Following a campaign, and the switch.

use std::time::Duration;

use async_graphql::{Context, Result, Subscription};
use futures::Stream;
use uuid::Uuid;

use super::query::one;
use super::switch::{self, SendingSwitch};
use super::types::Campaign;
use crate::graphql::watch::watch_every;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

/// Many people follow these all the time.
const LOOK: Duration = Duration::from_secs(1);

#[derive(Default)]
pub struct CampaignSubscription;

#[Subscription]
impl CampaignSubscription {
    /// Emits on every change, and once at start.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()))]
    async fn campaign_changed(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
    ) -> Result<impl Stream<Item = Result<Campaign>> + use<>> {
        let (core, actor) = (core(ctx).clone(), actor(ctx)?.clone());
        let look = move || {
            let (core, actor) = (core.clone(), actor.clone());
            async move { one(&core, &actor, id).await }
        };
        let key = |campaign: &Campaign| (campaign.updated_at, campaign.state, campaign.audience_count);
        Ok(watch_every(LOOK, look, key))
    }

    /// Emits on every change, and once at start.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()))]
    async fn sending_switch_changed(
        &self,
        ctx: &Context<'_>,
    ) -> Result<impl Stream<Item = Result<SendingSwitch>> + use<>> {
        let core = core(ctx).clone();
        let look = move || {
            let core = core.clone();
            async move { switch::shown(&core).await.map(Some) }
        };
        Ok(watch_every(LOOK, look, SendingSwitch::clone))
    }
}
