//! A segment changes beside the table of who is defined by whom, and refuses in names what the table stands against.

use pivotal_domain::audience::segments::uses::SegmentUsesCommand;
use pivotal_domain::audience::segments::{Segment, SegmentCommand};
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::beside::{NotWritten, write_beside};
use super::definition::in_names;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable};

/// Runs a command on a segment together with what it means for the uses. Somebody who changes either at the same time makes it
/// decide again.
pub(super) async fn write(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    repeatable: Option<Repeatable>,
    decide: impl Fn(&Segment) -> Result<(SegmentCommand, SegmentUsesCommand), CommandError>,
) -> Result<Executed<Segment>, CommandError> {
    let both = |segment: &Segment| {
        let (command, use_command) = decide(segment)?;
        Ok((segment.decide(command)?, use_command))
    };
    match write_beside(ctx, actor, id, repeatable.as_ref(), both).await {
        Ok(done) => Ok(done),
        Err(NotWritten::Uses(refused)) => Err(in_names(ctx, actor, refused).await),
        Err(NotWritten::Other(error)) => Err(error),
    }
}
