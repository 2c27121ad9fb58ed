//! The jobs that a launch, a top-up and a stop cause: whoever takes an audience version reads it as the one who asked for it.

use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::NewJob;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audience::record::asker::Asker;
use crate::error::CommandError;
use crate::jobs::kinds;

/// The payload of [`kinds::CAMPAIGN_TAKE_AUDIENCE`].
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TakeAudience {
    pub campaign: Uuid,
    pub version: u16,
    /// As they were when they asked.
    pub asker: Asker,
}

/// The payload of [`kinds::CAMPAIGN_STOP`].
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StopCampaign {
    pub campaign: Uuid,
}

/// One for each version that began to be asked for with a decision.
pub(super) fn take(
    actor: &Actor,
    id: Uuid,
    before: &Campaign,
    after: &Campaign,
) -> Result<Vec<NewJob>, CommandError> {
    let taking = |campaign: &Campaign| Some(campaign.made.as_ref()?.taking.as_ref()?.version);
    let (Some(version), Some(made)) = (taking(after), &after.made) else { return Ok(Vec::new()) };
    if taking(before) == Some(version) {
        return Ok(Vec::new());
    }
    let payload = TakeAudience { campaign: id, version, asker: Asker::of(actor) };
    let title = format!("Take the audience of {}", made.details.name);
    let mut job = NewJob::new(Uuid::now_v7(), kinds::CAMPAIGN_TAKE_AUDIENCE.name, title, &payload)?;
    job.unique_key = Some(format!("campaign_take_audience:{id}:{version}"));
    of(actor, id, &mut job);
    Ok(vec![job])
}

/// Whoever waits is told that they are left out.
pub(super) fn stop(actor: &Actor, id: Uuid, campaign: &Campaign) -> Result<Vec<NewJob>, CommandError> {
    let name = campaign.made.as_ref().map(|made| made.details.name.as_str()).unwrap_or_default();
    let title = format!("Stop {name}");
    let mut job =
        NewJob::new(Uuid::now_v7(), kinds::CAMPAIGN_STOP.name, title, &StopCampaign { campaign: id })?;
    job.unique_key = Some(format!("campaign_stop:{id}"));
    of(actor, id, &mut job);
    Ok(vec![job])
}

pub(super) fn of(actor: &Actor, id: Uuid, job: &mut NewJob) {
    // Somebody waits for it.
    job.priority = 10;
    job.link = Some(format!("/campaigns/{id}"));
    job.created_by = (!actor.is_system()).then_some(actor.user_id);
}
