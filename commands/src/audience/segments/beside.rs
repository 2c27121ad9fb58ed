//! A segment, a list or a domain set changes beside the table of who is defined by whom: both in one append, or neither.

use pivotal_domain::audience::segments::uses::{SegmentUsesCommand, UsesError};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::append::{Append, IdempotencyKey, Lane};
use pivotal_log::error::LogError;
use uuid::Uuid;

use super::used::{User, users};
use super::uses;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{ATTEMPTS, Executed, Guarded, Repeatable, after, answered, guard_changes};

/// Why nothing was written.
pub(super) enum NotWritten {
    /// The table stands against it.
    Uses(UsesError),
    Other(CommandError),
}

impl From<CommandError> for NotWritten {
    fn from(error: CommandError) -> Self {
        NotWritten::Other(error)
    }
}

/// Writes what `decide` makes of a list or a domain set, with what that means for the table. The segments that hold it back are given
/// to `refused`, as far as the actor sees them.
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
    let both = |state: &A| Ok((decide(state)?, use_command.clone()));
    match write_beside(ctx, actor, id, None, both).await {
        Ok(done) => Ok(done),
        Err(NotWritten::Uses(UsesError::Used(ids))) => Err(refused(&users(ctx, actor, &ids).await?)),
        // It is defined by nothing.
        Err(NotWritten::Uses(UsesError::Archived(_) | UsesError::Circle(_))) => Err(CommandError::Conflict),
        Err(NotWritten::Other(error)) => Err(error),
    }
}

/// Writes what `decide` makes of it and of the table. Somebody who changes it or a definition at the same time makes it decide again.
pub(super) async fn write_beside<A>(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    repeatable: Option<&Repeatable>,
    decide: impl Fn(&A) -> Result<(Vec<A::Event>, SegmentUsesCommand), CommandError>,
) -> Result<Executed<A>, NotWritten>
where
    A: Guarded + Clone,
    A::Event: LoggedEvent + Clone,
{
    if let Some(done) = answered::<A>(ctx, repeatable).await? {
        return Ok(done);
    }
    for _ in 0..ATTEMPTS {
        match attempt(ctx, actor, id, repeatable, &decide).await {
            Err(NotWritten::Other(CommandError::Conflict)) => continue,
            written => return written,
        }
    }
    Err(NotWritten::Other(CommandError::Conflict))
}

async fn attempt<A>(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    repeatable: Option<&Repeatable>,
    decide: &impl Fn(&A) -> Result<(Vec<A::Event>, SegmentUsesCommand), CommandError>,
) -> Result<Executed<A>, NotWritten>
where
    A: Guarded + Clone,
    A::Event: LoggedEvent + Clone,
{
    let loaded = ctx.log.load::<A>(id).await.map_err(CommandError::from)?;
    let (events, use_command) = decide(&loaded.state)?;
    if events.is_empty() {
        return Ok(Executed { id, state: loaded.state, sequence: loaded.sequence, position: None });
    }
    let uses = uses::load(ctx).await?.decide(use_command).map_err(NotWritten::Uses)?;
    let state = after(&loaded.state, &events);
    let sequence = loaded.sequence + events.len() as i64;
    let mut append = Append::new(Lane::Interactive);
    append.guards = guard_changes(&ctx.log.blind, id, &loaded.state, &state);
    append.events::<A>(id, loaded.sequence, events, &actor.metadata()).map_err(CommandError::from)?;
    uses.write(&mut append, &actor.metadata())?;
    append.idempotency = repeatable.cloned().map(|repeatable| IdempotencyKey {
        key: repeatable.key,
        fingerprint: repeatable.fingerprint,
        result: serde_json::json!({ "id": id }),
    });
    match ctx.log.append(append).await {
        Ok(position) => Ok(Executed { id, state, sequence, position: Some(position) }),
        Err(LogError::Repeated(_)) => {
            answered::<A>(ctx, repeatable).await?.ok_or(NotWritten::Other(CommandError::Conflict))
        }
        Err(error) => Err(NotWritten::Other(error.into())),
    }
}
