//! Away with a segment, and back. What another is defined by stays.

use pivotal_domain::audience::segments::uses::SegmentUsesCommand;
use pivotal_domain::audience::segments::{Segment, SegmentCommand};
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::write::write;
use super::{name_taken, own};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

/// Its members stand still.
pub async fn archive_segment(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<Segment>, CommandError> {
    let at = ctx.now();
    write(ctx, actor, id, None, |segment| {
        own(segment, actor)?;
        Ok((SegmentCommand::Archive { at }, SegmentUsesCommand::Withdraw { segment: id, at }))
    })
    .await
}

/// What undoes it. The name may have been given to another segment meanwhile.
pub async fn restore_segment(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<Segment>, CommandError> {
    let at = ctx.now();
    let restored = write(ctx, actor, id, None, |segment| {
        own(segment, actor)?;
        Ok((SegmentCommand::Restore { at }, SegmentUsesCommand::Offer { segment: id, at }))
    });
    match restored.await {
        Err(error @ CommandError::Rejected(_)) => {
            let segment = ctx.log.load::<Segment>(id).await?.state;
            Err(name_taken(error, segment.kept.as_ref().map_or("", |kept| kept.details.name.as_str())))
        }
        other => other,
    }
}
