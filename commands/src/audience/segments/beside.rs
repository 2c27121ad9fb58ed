//! A list or a domain set goes or comes back beside the table of who is defined by whom: both in one append, or neither.

use pivotal_domain::audience::segments::uses::{SegmentUsesCommand, UsesError};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::append::{Append, Lane};
use uuid::Uuid;

use super::used::{User, users};
use super::uses;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{ATTEMPTS, Executed, Guarded, after, guard_changes};

/// Writes what `decide` makes of it, with what that means for the table. Somebody who changes it or a definition at the same time
/// makes it decide again; the segments that hold it back are given to `refused`, as far as the actor sees them.
pub(in crate::audience) async fn change_beside_uses<A>(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    use_command: SegmentUsesCommand,
    decide: impl Fn(&A) -> Result<Vec<A::Event>, CommandError>,
    refused: impl Fn(&[User]) -> CommandError,
) -> Result<Executed<A>, CommandError>
where
    A: Guarded + Clone,
    A::Event: LoggedEvent + Clone,
{
    for _ in 0..ATTEMPTS {
        match attempt(ctx, actor, id, use_command.clone(), &decide, &refused).await {
            Err(CommandError::Conflict) => continue,
            written => return written,
        }
    }
    Err(CommandError::Conflict)
}

async fn attempt<A>(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    use_command: SegmentUsesCommand,
    decide: &impl Fn(&A) -> Result<Vec<A::Event>, CommandError>,
    refused: &impl Fn(&[User]) -> CommandError,
) -> Result<Executed<A>, CommandError>
where
    A: Guarded + Clone,
    A::Event: LoggedEvent + Clone,
{
    let loaded = ctx.log.load::<A>(id).await?;
    let events = decide(&loaded.state)?;
    if events.is_empty() {
        return Ok(Executed { id, state: loaded.state, sequence: loaded.sequence, position: None });
    }
    let uses = match uses::load(ctx).await?.decide(use_command) {
        Ok(uses) => uses,
        Err(UsesError::Used(ids)) => return Err(refused(&users(ctx, actor, &ids).await?)),
        // It is defined by nothing.
        Err(UsesError::Archived(_) | UsesError::Circle(_)) => return Err(CommandError::Conflict),
    };
    let state = after(&loaded.state, &events);
    let sequence = loaded.sequence + events.len() as i64;
    let mut append = Append::new(Lane::Interactive);
    append.guards = guard_changes(&ctx.log.blind, id, &loaded.state, &state);
    append.events::<A>(id, loaded.sequence, events, &actor.metadata())?;
    uses.write(&mut append, &actor.metadata())?;
    let position = ctx.log.append(append).await?;
    Ok(Executed { id, state, sequence, position: Some(position) })
}
