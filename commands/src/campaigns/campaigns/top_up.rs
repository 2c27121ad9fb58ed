//! Whoever joined an audience since it was taken, or another audience besides: a further version, of those whom no earlier one has.

use pivotal_domain::campaigns::campaigns::audience::AudienceDefinition;
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{made, sources, take};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute};

/// `definition`: the campaign's own audience unless said.
pub async fn top_up(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    definition: Option<AudienceDefinition>,
) -> Result<Executed<Campaign>, CommandError> {
    authorise_all(actor, Permission::CampaignsLaunch)?;
    let own = made(ctx, id).await?.audience;
    if let Some(definition) = definition.as_ref().or(own.as_ref()) {
        sources::check(ctx, actor, definition).await?;
    }
    let command = CampaignCommand::TopUp { definition, asked_by: actor.user_id, at: ctx.now() };
    execute::<Campaign, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        |before, after| take::take(actor, id, before, after),
    )
    .await
}
