//! The jobs that a launch, a top-up and a stop cause.

use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::campaigns::campaigns::state::Channel;
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::NewJob;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::email::sending::queue;
use crate::error::CommandError;
use crate::jobs::kinds;

/// The payload of [`kinds::CAMPAIGN_STOP`].
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StopCampaign {
    pub campaign: Uuid,
}

/// One for an audience version that began to be asked for with a decision: who is in it is read as the one who asked for it.
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
    match made.channel {
        Channel::Email => Ok(vec![queue::job_of(person(actor), id, version)?]),
        // Nobody launches one: the pre-flight says so.
        Channel::Call => Ok(Vec::new()),
    }
}

/// Whoever waits is told that they are left out.
pub(super) fn stop(actor: &Actor, id: Uuid) -> Result<Vec<NewJob>, CommandError> {
    let kind = kinds::CAMPAIGN_STOP;
    let mut job = NewJob::new(Uuid::now_v7(), kind.name, kind.label, StopCampaign { campaign: id })?;
    job.unique_key = Some(format!("{}:{id}", kind.name));
    of(actor, id, &mut job);
    Ok(vec![job])
}

pub(super) fn of(actor: &Actor, id: Uuid, job: &mut NewJob) {
    // Somebody waits for it.
    job.priority = 10;
    job.link = Some(format!("/campaigns/{id}"));
    job.created_by = person(actor);
}

fn person(actor: &Actor) -> Option<Uuid> {
    (!actor.is_system()).then_some(actor.user_id)
}
