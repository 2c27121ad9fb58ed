//! Whether a segment follows the data, and a look at everything now.

use pivotal_domain::audience::segments::{Segment, SegmentCommand};
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::own;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

/// One that is switched off keeps the members it has; switched on again, it catches up.
pub async fn switch_segment(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    active: bool,
) -> Result<Executed<Segment>, CommandError> {
    run(ctx, actor, id, SegmentCommand::Switch { active, at: ctx.now() }).await
}

/// The keeper looks at every record once more.
pub async fn refresh_segment(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<Segment>, CommandError> {
    run(ctx, actor, id, SegmentCommand::Refresh { at: ctx.now() }).await
}

async fn run(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    command: SegmentCommand,
) -> Result<Executed<Segment>, CommandError> {
    execute::<Segment, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| {
            own(&loaded.state, actor)?;
            Ok(loaded.state.decide(command.clone())?)
        },
        no_jobs,
    )
    .await
}
