//! When a campaign goes out, in which hours and how fast.

use pivotal_domain::campaigns::campaigns::schedule::Schedule;
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::run;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn define_schedule(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    schedule: Schedule,
) -> Result<Executed<Campaign>, CommandError> {
    run(ctx, actor, Permission::CampaignsEdit, id, |at| CampaignCommand::DefineSchedule {
        schedule: schedule.clone(),
        at,
    })
    .await
}
