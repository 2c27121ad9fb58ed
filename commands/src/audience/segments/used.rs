//! What would break if a segment went: asked before it is archived.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::segments::Segment;
use pivotal_domain::audience::segments::uses::{self, SegmentUses};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;

/// Something that is defined by the segment, or by the domain set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    pub id: Uuid,
    /// None for who may not see it.
    pub name: Option<String>,
    /// The same.
    pub entity: Option<Entity>,
}

/// Segments in use that are defined by this one, or by this domain set.
pub async fn used_by(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Vec<User>, CommandError> {
    let ids = ctx.log.load::<SegmentUses>(uses::ID).await?.state.used_by(id);
    users(ctx, actor, &ids).await
}

/// These segments, as far as the actor sees them.
pub(crate) async fn users(ctx: &Context, actor: &Actor, ids: &[Uuid]) -> Result<Vec<User>, CommandError> {
    let loaded = ctx.log.load_many::<Segment>(ids).await?;
    let sees = actor.scope(Permission::SegmentsView) == Scope::All;
    let user = |(id, segment): (&Uuid, &Segment)| {
        let seen = segment.kept.as_ref().filter(|kept| sees && kept.is_seen_by(actor));
        User {
            id: *id,
            name: seen.map(|kept| kept.details.name.clone()),
            entity: seen.map(|kept| kept.entity),
        }
    };
    Ok(ids.iter().zip(loaded.iter().map(|one| &one.state)).map(user).collect())
}
