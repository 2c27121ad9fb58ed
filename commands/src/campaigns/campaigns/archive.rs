//! A campaign that is out of the lists. What it sent stays as it is.

use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::run;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn archive_campaign(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<Campaign>, CommandError> {
    run(ctx, actor, Permission::CampaignsEdit, id, |at| CampaignCommand::Archive { at }).await
}

pub async fn restore_campaign(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<Campaign>, CommandError> {
    run(ctx, actor, Permission::CampaignsEdit, id, |at| CampaignCommand::Restore { at }).await
}
