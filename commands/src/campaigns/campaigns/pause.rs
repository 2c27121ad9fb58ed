//! Holding a campaign, and letting it go on. With the event nothing more is marked, in any process.

use pivotal_domain::campaigns::campaigns::happened::{PauseDetail, PauseReason};
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::reader;
use uuid::Uuid;

use super::run;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn pause_campaign(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    reason: Option<String>,
) -> Result<Executed<Campaign>, CommandError> {
    let detail = PauseDetail { words: reason, ..PauseDetail::default() };
    run(ctx, actor, Permission::CampaignsLaunch, id, |at| CampaignCommand::Pause {
        reason: PauseReason::Person,
        detail: detail.clone(),
        at,
    })
    .await
}

/// After a restore of the log, it goes on only with somebody's word that some people may get it twice.
pub async fn resume_campaign(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    accepted_after_restore: bool,
    reason: Option<String>,
) -> Result<Executed<Campaign>, CommandError> {
    authorise_all(actor, Permission::CampaignsLaunch)?;
    let epoch = reader::epoch(&ctx.log.pools.write).await?;
    run(ctx, actor, Permission::CampaignsLaunch, id, |at| CampaignCommand::Resume {
        epoch,
        accepted_after_restore,
        reason: reason.clone(),
        at,
    })
    .await
}
