//! Away with a list, and back. Its members stay as they are meanwhile. What a segment in use is defined by stays: both are written in
//! one append.

use pivotal_domain::audience::lists::error::ListError;
use pivotal_domain::audience::lists::{List, ListCommand};
use pivotal_domain::audience::segments::uses::{SegmentUsesCommand, UsesError};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::{Append, Lane};
use uuid::Uuid;

use super::{may_edit, name_taken};
use crate::audience::segments::used::{spelled, users};
use crate::audience::segments::uses;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{ATTEMPTS, Executed, after, guard_changes};

/// Refused while a segment is defined by it.
pub async fn archive_list(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<List>, CommandError> {
    let at = ctx.now();
    run(ctx, actor, id, (ListCommand::Archive { at }, SegmentUsesCommand::Withdraw { segment: id, at })).await
}

/// The name may have been given to another list meanwhile.
pub async fn restore_list(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<List>, CommandError> {
    let at = ctx.now();
    let commands = (ListCommand::Restore { at }, SegmentUsesCommand::Offer { segment: id, at });
    match run(ctx, actor, id, commands).await {
        Err(error @ CommandError::Rejected(_)) => {
            let list = ctx.log.load::<List>(id).await?.state;
            Err(name_taken(error, list.made.as_ref().map_or("", |made| made.details.name.as_str())))
        }
        other => other,
    }
}

/// Somebody who changes the list or a definition at the same time makes it decide again.
async fn run(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    commands: (ListCommand, SegmentUsesCommand),
) -> Result<Executed<List>, CommandError> {
    authorise_all(actor, Permission::SegmentsEdit)?;
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
    (command, use_command): (ListCommand, SegmentUsesCommand),
) -> Result<Executed<List>, CommandError> {
    let list = ctx.log.load::<List>(id).await?;
    may_edit(&list.state, actor)?;
    let events = list.state.decide(command)?;
    if events.is_empty() {
        return Ok(Executed { id, state: list.state, sequence: list.sequence, position: None });
    }
    let uses = match uses::load(ctx).await?.decide(use_command) {
        Ok(uses) => uses,
        Err(UsesError::Used(ids)) => return Err(used(ctx, actor, &ids).await),
        // A list is defined by nothing.
        Err(UsesError::Archived(_) | UsesError::Circle(_)) => return Err(CommandError::Conflict),
    };
    let state = after(&list.state, &events);
    let sequence = list.sequence + events.len() as i64;
    let mut append = Append::new(Lane::Interactive);
    append.guards = guard_changes(&ctx.log.blind, id, &list.state, &state);
    append.events::<List>(id, list.sequence, events, &actor.metadata())?;
    uses.write(&mut append, &actor.metadata())?;
    let position = ctx.log.append(append).await?;
    Ok(Executed { id, state, sequence, position: Some(position) })
}

/// The refusal in names, of which the actor gets those that the actor sees.
async fn used(ctx: &Context, actor: &Actor, ids: &[Uuid]) -> CommandError {
    match users(ctx, actor, ids).await {
        Ok(users) => ListError::Used(spelled(&users)).into(),
        Err(failed) => failed,
    }
}
