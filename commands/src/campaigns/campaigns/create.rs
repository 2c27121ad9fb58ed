//! A new campaign: a draft of whoever makes it.

use pivotal_domain::campaigns::campaigns::audience::{AudienceDefinition, Source};
use pivotal_domain::campaigns::campaigns::state::Channel;
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::email::senders::brand::Brand;
use pivotal_domain::email::senders::error::SenderError;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::sources;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, after, execute, no_jobs};
use crate::identity::users::must_be_open_client;

#[derive(Debug, Clone, PartialEq)]
pub struct CreateCampaign {
    pub channel: Channel,
    pub name: String,
    pub brand: Uuid,
    /// For whom it is done; ours if there is none.
    pub client: Option<Uuid>,
    /// Whom it goes to, if that is known already.
    pub include: Vec<Source>,
    pub idempotency_key: Option<String>,
}

pub async fn create_campaign(
    ctx: &Context,
    actor: &Actor,
    input: CreateCampaign,
) -> Result<Executed<Campaign>, CommandError> {
    authorise_all(actor, Permission::CampaignsEdit)?;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        input.idempotency_key.as_deref(),
        &("create_campaign", input.channel, &input.name, input.brand, input.client, &input.include),
    );
    let CreateCampaign { channel, name, brand, client, include, .. } = input;
    must_be_brand_in_use(ctx, brand).await?;
    must_be_open_client(ctx, client).await?;
    let at = ctx.now();
    let mut commands = vec![CampaignCommand::Create {
        channel,
        name,
        owner: actor.user_id,
        client,
        brand,
        copied_from: None,
        at,
    }];
    if !include.is_empty() {
        let definition = AudienceDefinition { include, exclude: Vec::new() };
        sources::check(ctx, actor, &definition).await?;
        commands.push(CampaignCommand::DefineAudience { definition, at });
    }
    execute::<Campaign, _, _>(
        ctx,
        Uuid::now_v7(),
        &actor.metadata(),
        repeatable,
        |loaded| all(&loaded.state, &commands),
        no_jobs,
    )
    .await
}

/// What follows from several commands, one after the other, as one decision.
pub(super) fn all(
    before: &Campaign,
    commands: &[CampaignCommand],
) -> Result<Vec<<Campaign as cqrs_es::Aggregate>::Event>, CommandError> {
    let (mut campaign, mut events) = (before.clone(), Vec::new());
    for command in commands {
        let decided = campaign.decide(command.clone())?;
        campaign = after(&campaign, &decided);
        events.extend(decided);
    }
    Ok(events)
}

/// In whose name it speaks.
pub(super) async fn must_be_brand_in_use(ctx: &Context, brand: Uuid) -> Result<(), CommandError> {
    let brand = ctx.log.load::<Brand>(brand).await?.state;
    match (brand.look.is_some(), brand.archived) {
        (false, _) => Err(SenderError::BrandUnknown.into()),
        (true, true) => Err(SenderError::BrandArchived.into()),
        (true, false) => Ok(()),
    }
}
