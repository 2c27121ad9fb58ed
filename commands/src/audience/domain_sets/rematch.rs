//! Matching a set anew, and stopping a matching.

use pivotal_domain::audience::domain_sets::DomainSet;
use pivotal_domain::audience::domain_sets::command::DomainSetCommand;
use pivotal_domain::audience::domain_sets::error::DomainSetError;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{RunDomainSet, check_seen, editable, job_of};
use crate::audience::record::asker::Asker;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute};
use crate::jobs::job::JobState;
use crate::jobs::queue::{JobQueue, JobQueueError};

/// What people said of items stays as it is. `stubs`: `None` as it was asked before.
pub async fn rematch(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    stubs: Option<bool>,
) -> Result<Executed<DomainSet>, CommandError> {
    let set = editable(ctx, actor, id).await?;
    let stubs = stubs.unwrap_or(set.stubs);
    if stubs {
        authorise_all(actor, Permission::AccountsEdit)?;
    }
    let name = set.details.as_ref().map_or("", |details| details.name.as_str());
    let job = Uuid::now_v7();
    let run = RunDomainSet { domain_set_id: id, file: None, stubs, asker: Asker::of(actor) };
    let new = job_of(actor, name, job, run)?;
    let lost = lost(ctx, set.job).await?;
    let command = DomainSetCommand::StartMatching { at: ctx.now(), by: actor.user_id, job, stubs, lost };
    execute::<DomainSet, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| {
            check_seen(&loaded.state, actor)?;
            Ok(loaded.state.decide(command.clone())?)
        },
        |_, _| Ok(vec![new.clone()]),
    )
    .await
}

/// What is matched until then stays. The job itself records the end.
pub async fn cancel_matching(ctx: &Context, actor: &Actor, id: Uuid) -> Result<DomainSet, CommandError> {
    let set = editable(ctx, actor, id).await?;
    if !set.exists() {
        return Err(DomainSetError::NotFound.into());
    }
    // Nothing under way is what was asked for.
    if let Some(job) = set.job {
        match queue(ctx).cancel(job).await {
            Ok(_) | Err(JobQueueError::NotFound) => {}
            Err(error) => return Err(CommandError::unexpected(error)),
        }
    }
    Ok(set)
}

/// The job at work, if nothing will come of it any more: it is parked, or forgotten.
async fn lost(ctx: &Context, job: Option<Uuid>) -> Result<Option<Uuid>, CommandError> {
    let Some(job) = job else { return Ok(None) };
    let found = queue(ctx).find(job).await.map_err(CommandError::unexpected)?;
    let is_lost = found.is_none_or(|job| job.state.is_over() || job.state == JobState::Parked);
    Ok(is_lost.then_some(job))
}

fn queue(ctx: &Context) -> JobQueue {
    JobQueue::new(ctx.log.pools.write.clone(), ctx.clock.clone())
}
