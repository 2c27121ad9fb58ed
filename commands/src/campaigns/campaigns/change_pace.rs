//! How fast and in which hours a campaign goes on.

use pivotal_domain::campaigns::campaigns::schedule::Windows;
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::run;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn change_pace(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    per_second: Option<u32>,
    windows: Option<Windows>,
) -> Result<Executed<Campaign>, CommandError> {
    run(ctx, actor, Permission::CampaignsLaunch, id, |at| CampaignCommand::ChangePace {
        per_second,
        windows,
        at,
    })
    .await
}
