//! Letting a campaign go at its moment: checked now, and again when the moment has come.

use chrono::{DateTime, Utc};
use pivotal_domain::campaigns::campaigns::error::CampaignError;
use pivotal_domain::campaigns::campaigns::happened::UnscheduledBy;
use pivotal_domain::campaigns::campaigns::preflight::Level;
use pivotal_domain::campaigns::campaigns::state::State;
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::NewJob;
use pivotal_log::reader;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::launch::Checked;
use super::preflight::{Preflight, of_made};
use super::{Outside, run, take};
use crate::audience::record::asker::Asker;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute};
use crate::jobs::kinds;

/// The payload of [`kinds::CAMPAIGN_START`].
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct StartCampaign {
    pub campaign: Uuid,
    /// One that was scheduled anew meanwhile is started by another job.
    pub start: DateTime<Utc>,
    pub asker: Asker,
    /// Of the log that it was scheduled in. After a restore it is another, and it may have started already.
    #[serde(default)]
    pub epoch: Option<Uuid>,
}

pub async fn schedule_campaign(
    ctx: &Context,
    outside: &Outside,
    actor: &Actor,
    id: Uuid,
) -> Result<Checked, CommandError> {
    authorise_all(actor, Permission::CampaignsLaunch)?;
    let loaded = ctx.log.load::<Campaign>(id).await?;
    let made = loaded.state.made.as_ref().ok_or(CampaignError::NotFound)?;
    match made.state {
        _ if loaded.state.archived => return Err(CampaignError::Archived.into()),
        State::Draft => {}
        // Asked twice.
        State::Scheduled => {
            let done = Executed { id, sequence: loaded.sequence, position: None, state: loaded.state };
            return Ok(Checked::Done(Box::new(done)));
        }
        other => return Err(CampaignError::State(other).into()),
    }
    let Preflight { items, .. } = of_made(ctx, outside, actor, made).await?;
    if items.iter().any(|item| item.level == Level::Fault) {
        return Ok(Checked::Refused(items));
    }
    let (at, checked) = (ctx.now(), made.digest());
    let wanted = made.schedule.as_ref().and_then(|schedule| schedule.starts_at());
    let start = wanted.map_or(at, |start| start.max(at));
    let epoch = reader::epoch(&ctx.log.pools.write).await?;
    let command = CampaignCommand::Schedule { start, faults_checked: checked.clone(), at };
    let done = execute::<Campaign, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| match loaded.state.made.as_ref().is_some_and(|made| made.digest() != checked) {
            true => Err(CommandError::Conflict),
            false => Ok(loaded.state.decide(command.clone())?),
        },
        |_, _| Ok(vec![job(actor, id, start, epoch)?]),
    )
    .await?;
    Ok(Checked::Done(Box::new(done)))
}

fn job(actor: &Actor, id: Uuid, start: DateTime<Utc>, epoch: Uuid) -> Result<NewJob, CommandError> {
    let payload = StartCampaign { campaign: id, start, asker: Asker::of(actor), epoch: Some(epoch) };
    let label = kinds::CAMPAIGN_START.label;
    let mut job = NewJob::new(Uuid::now_v7(), kinds::CAMPAIGN_START.name, label, &payload)?;
    job.unique_key = Some(format!("campaign_start:{id}:{}", start.timestamp_micros()));
    take::of(actor, id, &mut job);
    job.run_at = Some(start);
    Ok(job)
}

/// A draft again.
pub async fn unschedule_campaign(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<Campaign>, CommandError> {
    run(ctx, actor, Permission::CampaignsLaunch, id, |at| CampaignCommand::Unschedule {
        by: UnscheduledBy::Person,
        faults: Vec::new(),
        at,
    })
    .await
}
