//! What would break if a segment went: asked before it is archived.

use pivotal_domain::audience::segments::Segment;
use pivotal_domain::audience::segments::uses::{self, SegmentUses};
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;

/// Something that is defined by the segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    pub id: Uuid,
    /// None for who may not see it.
    pub name: Option<String>,
}

/// Segments in use that are defined by this one.
pub async fn used_by(ctx: &Context, actor: &Actor, segment: Uuid) -> Result<Vec<User>, CommandError> {
    let ids = ctx.log.load::<SegmentUses>(uses::ID).await?.state.used_by(segment);
    let loaded = ctx.log.load_many::<Segment>(&ids).await?;
    let name = |segment: &Segment| {
        let seen = segment.kept.as_ref().filter(|kept| kept.is_seen_by(actor));
        seen.map(|kept| kept.details.name.clone())
    };
    Ok(ids.iter().zip(loaded).map(|(id, one)| User { id: *id, name: name(&one.state) }).collect())
}
