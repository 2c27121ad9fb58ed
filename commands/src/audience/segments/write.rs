//! A segment and the table of who is defined by whom change in one append, or neither does.

use pivotal_domain::audience::segments::uses::SegmentUsesCommand;
use pivotal_domain::audience::segments::{Segment, SegmentCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::{Append, IdempotencyKey, Lane};
use pivotal_log::error::LogError;
use uuid::Uuid;

use super::definition::in_names;
use super::uses;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{ATTEMPTS, Executed, Repeatable, after, answered, guard_changes};

/// Runs a command on a segment together with what it means for the uses. Somebody who changes either at the same time makes it
/// decide again.
pub(super) async fn write(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    repeatable: Option<Repeatable>,
    decide: impl Fn(&Segment) -> Result<(SegmentCommand, SegmentUsesCommand), CommandError>,
) -> Result<Executed<Segment>, CommandError> {
    if let Some(done) = answered(ctx, repeatable.as_ref()).await? {
        return Ok(done);
    }
    for _ in 0..ATTEMPTS {
        match attempt(ctx, actor, id, repeatable.as_ref(), &decide).await {
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
    repeatable: Option<&Repeatable>,
    decide: &impl Fn(&Segment) -> Result<(SegmentCommand, SegmentUsesCommand), CommandError>,
) -> Result<Executed<Segment>, CommandError> {
    let segment = ctx.log.load::<Segment>(id).await?;
    let uses = uses::load(ctx).await?;
    let (command, use_command) = decide(&segment.state)?;
    let events = segment.state.decide(command)?;
    if events.is_empty() {
        return Ok(Executed { id, state: segment.state, sequence: segment.sequence, position: None });
    }
    let uses = match uses.decide(use_command) {
        Ok(uses) => uses,
        Err(refused) => return Err(in_names(ctx, actor, refused).await),
    };
    let state = after(&segment.state, &events);
    let sequence = segment.sequence + events.len() as i64;
    let mut append = Append::new(Lane::Interactive);
    append.guards = guard_changes(&ctx.log.blind, id, &segment.state, &state);
    append.events::<Segment>(id, segment.sequence, events, &actor.metadata())?;
    uses.write(&mut append, &actor.metadata())?;
    append.idempotency = repeatable.cloned().map(|repeatable| IdempotencyKey {
        key: repeatable.key,
        fingerprint: repeatable.fingerprint,
        result: serde_json::json!({ "id": id }),
    });
    match ctx.log.append(append).await {
        Ok(position) => Ok(Executed { id, state, sequence, position: Some(position) }),
        Err(LogError::Repeated(_)) => match answered(ctx, repeatable).await? {
            Some(done) => Ok(done),
            None => Err(CommandError::Conflict),
        },
        Err(error) => Err(error.into()),
    }
}
