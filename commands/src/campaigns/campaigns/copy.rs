//! A new draft with what another campaign goes to and says. Its schedule begins anew: when a campaign was sent says nothing of another.

use pivotal_domain::campaigns::campaigns::schedule::{Schedule, Start};
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::name::LONGEST;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::create::{all, must_be_brand_in_use};
use super::made;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute, no_jobs};

const SUFFIX: &str = " (copy)";

/// Without a name it is called like the other, with a word behind it.
pub async fn copy_campaign(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    name: Option<String>,
    idempotency_key: Option<&str>,
) -> Result<Executed<Campaign>, CommandError> {
    authorise_all(actor, Permission::CampaignsEdit)?;
    let repeatable =
        Repeatable::new(&actor.user_id.to_string(), idempotency_key, &("copy_campaign", id, &name));
    let of = made(ctx, id).await?;
    must_be_brand_in_use(ctx, of.brand).await?;
    let at = ctx.now();
    let mut commands = vec![CampaignCommand::Create {
        channel: of.channel,
        name: name.unwrap_or_else(|| called(&of.details.name)),
        owner: actor.user_id,
        client: of.details.client,
        brand: of.brand,
        copied_from: Some(id),
        at,
    }];
    commands.extend(of.audience.map(|definition| CampaignCommand::DefineAudience { definition, at }));
    commands
        .extend(of.content.map(|content| CampaignCommand::DefineContent { content: Box::new(content), at }));
    let anew = |schedule: Schedule| Schedule { start: Start::AtOnce, ends: None, ..schedule };
    commands
        .extend(of.schedule.map(|schedule| CampaignCommand::DefineSchedule { schedule: anew(schedule), at }));
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

fn called(name: &str) -> String {
    let kept: String = name.chars().take(LONGEST - SUFFIX.len()).collect();
    format!("{}{SUFFIX}", kept.trim_end())
}
