//! Away with a set, and back. What a segment in use is defined by stays: both are written in one append.

use pivotal_domain::audience::domain_sets::DomainSet;
use pivotal_domain::audience::domain_sets::command::DomainSetCommand;
use pivotal_domain::audience::domain_sets::error::DomainSetError;
use pivotal_domain::audience::segments::uses::{SegmentUsesCommand, UsesError};
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::{Append, Lane};
use uuid::Uuid;

use super::{check_seen, editable};
use crate::audience::segments::used::{spelled, users};
use crate::audience::segments::uses;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{ATTEMPTS, Executed, after};

/// It goes from the lists and takes no more part in anything; nothing of it is lost.
pub async fn archive_domain_set(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<DomainSet>, CommandError> {
    let at = ctx.now();
    run(ctx, actor, id, (DomainSetCommand::Archive { at }, SegmentUsesCommand::Withdraw { segment: id, at }))
        .await
}

/// What undoes it.
pub async fn restore_domain_set(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<DomainSet>, CommandError> {
    let at = ctx.now();
    run(ctx, actor, id, (DomainSetCommand::Restore { at }, SegmentUsesCommand::Offer { segment: id, at }))
        .await
}

/// Somebody who changes the set or a definition at the same time makes it decide again.
async fn run(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    commands: (DomainSetCommand, SegmentUsesCommand),
) -> Result<Executed<DomainSet>, CommandError> {
    editable(ctx, actor, id).await?;
    for _ in 0..ATTEMPTS {
        match attempt(ctx, actor, id, commands.clone()).await {
            Err(CommandError::Conflict) => continue,
            written => return written,
        }
    }
    Err(CommandError::Conflict)
}

async fn attempt(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    (command, use_command): (DomainSetCommand, SegmentUsesCommand),
) -> Result<Executed<DomainSet>, CommandError> {
    let set = ctx.log.load::<DomainSet>(id).await?;
    check_seen(&set.state, actor)?;
    let events = set.state.decide(command)?;
    if events.is_empty() {
        return Ok(Executed { id, state: set.state, sequence: set.sequence, position: None });
    }
    let uses = match uses::load(ctx).await?.decide(use_command) {
        Ok(uses) => uses,
        Err(UsesError::Used(ids)) => return Err(used(ctx, actor, &ids).await),
        // A domain set is defined by nothing.
        Err(UsesError::Archived(_) | UsesError::Circle(_)) => return Err(CommandError::Conflict),
    };
    let state = after(&set.state, &events);
    let sequence = set.sequence + events.len() as i64;
    let mut append = Append::new(Lane::Interactive);
    append.events::<DomainSet>(id, set.sequence, events, &actor.metadata())?;
    uses.write(&mut append, &actor.metadata())?;
    let position = ctx.log.append(append).await?;
    Ok(Executed { id, state, sequence, position: Some(position) })
}

/// The refusal in names, of which the actor gets those that the actor sees.
async fn used(ctx: &Context, actor: &Actor, ids: &[Uuid]) -> CommandError {
    match users(ctx, actor, ids).await {
        Ok(users) => DomainSetError::Used(users.len(), spelled(&users)).into(),
        Err(failed) => failed,
    }
}
