//! The jobs that a launch, a top-up and a stop cause.

use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::campaigns::campaigns::state::Channel;
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::NewJob;
use uuid::Uuid;

use crate::email::sending::{queue, stop};
use crate::error::CommandError;

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
pub(super) fn stop(actor: &Actor, id: Uuid, campaign: &Campaign) -> Result<Vec<NewJob>, CommandError> {
    match campaign.made.as_ref().map(|made| made.channel) {
        Some(Channel::Email) => Ok(vec![stop::job_of(person(actor), id)?]),
        Some(Channel::Call) | None => Ok(Vec::new()),
    }
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
