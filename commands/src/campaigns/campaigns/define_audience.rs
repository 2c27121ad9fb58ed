//! Whom a campaign goes to. Every source is looked up, so that nobody names what they may not see.

use pivotal_domain::campaigns::campaigns::audience::AudienceDefinition;
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{run, sources};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn define_audience(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    definition: AudienceDefinition,
) -> Result<Executed<Campaign>, CommandError> {
    authorise_all(actor, Permission::CampaignsEdit)?;
    sources::check(ctx, actor, &definition).await?;
    run(ctx, actor, Permission::CampaignsEdit, id, |at| CampaignCommand::DefineAudience {
        definition: definition.clone(),
        at,
    })
    .await
}
