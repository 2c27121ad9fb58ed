//! The end of a campaign before it is through. Nothing more leaves from this moment on; that those who wait are left out is told by a job.

use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::take;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute};

pub async fn stop_campaign(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    reason: Option<String>,
) -> Result<Executed<Campaign>, CommandError> {
    authorise_all(actor, Permission::CampaignsLaunch)?;
    let command = CampaignCommand::Stop { reason, at: ctx.now() };
    execute::<Campaign, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        |_, after| take::stop(actor, id, after),
    )
    .await
}
