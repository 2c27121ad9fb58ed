//! Vouching for what a program cannot know: that there is a lawful basis, that somebody read what is sent, that the client agrees.

use pivotal_domain::campaigns::campaigns::happened::ConfirmationCode;
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::run;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

/// All that is confirmed from now on.
pub async fn confirm(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    codes: Vec<ConfirmationCode>,
) -> Result<Executed<Campaign>, CommandError> {
    let by = actor.user_id;
    run(ctx, actor, Permission::CampaignsEdit, id, |at| CampaignCommand::Confirm {
        codes: codes.clone(),
        by,
        at,
    })
    .await
}
