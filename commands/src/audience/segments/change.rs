//! Another name, other people, or another definition.

use pivotal_domain::audience::saved_views::sharing::{Sharing, may_change};
use pivotal_domain::audience::segments::error::{SegmentError, of_sharing};
use pivotal_domain::audience::segments::uses::SegmentUsesCommand;
use pivotal_domain::audience::segments::{DetailChanges, Segment, SegmentCommand};
use pivotal_domain::identity::actor::Actor;
use serde_json::Value;
use uuid::Uuid;

use super::write::write;
use super::{definition, name_taken, own};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

/// With whom it is shared its owner decides; the rest is for everybody who may edit it.
pub async fn change_segment(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    changes: DetailChanges,
) -> Result<Executed<Segment>, CommandError> {
    let name = changes.name.clone().unwrap_or_default();
    let command = SegmentCommand::ChangeDetails { changes: changes.clone(), at: ctx.now() };
    execute::<Segment, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| {
            let kept = own(&loaded.state, actor)?;
            if let Some(sharing) = changes.sharing.filter(|sharing| *sharing != kept.details.sharing) {
                if !may_change(actor, kept.owner, kept.details.sharing != Sharing::Private) {
                    return Err(SegmentError::NotYours.into());
                }
                sharing.check(actor).map_err(|error| of_sharing(&error))?;
            }
            Ok(loaded.state.decide(command.clone())?)
        },
        no_jobs,
    )
    .await
    .map_err(|error| name_taken(error, &name))
}

/// Its members are found anew.
pub async fn define_segment(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    definition: Value,
) -> Result<Executed<Segment>, CommandError> {
    let loaded = ctx.log.load::<Segment>(id).await?;
    let entity = own(&loaded.state, actor)?.entity;
    let uses = definition::read(ctx, actor, entity, &definition).await?;
    let at = ctx.now();
    write(ctx, actor, id, None, |segment| {
        own(segment, actor)?;
        let uses = SegmentUsesCommand::Use { segment: id, uses: uses.clone(), at };
        Ok((SegmentCommand::Define { definition: definition.clone(), at }, uses))
    })
    .await
}
