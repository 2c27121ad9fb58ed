//! What would break if a segment, a list or a domain set went: asked before it is archived.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::segments::Segment;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use uuid::Uuid;

use super::uses;
use crate::context::Context;
use crate::error::CommandError;

/// A segment that is defined by another, by a list or by a domain set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    pub id: Uuid,
    /// None for who may not see it.
    pub name: Option<String>,
    /// The same.
    pub entity: Option<Entity>,
}

/// Names that a refusal spells out.
const SPELLED: usize = 5;

impl User {
    /// As a refusal calls it.
    pub(in crate::audience) fn called(&self) -> &str {
        self.name.as_deref().unwrap_or("a segment of somebody else")
    }
}

/// The first of them, in a refusal.
pub(in crate::audience) fn spelled(users: &[User]) -> String {
    let names: Vec<&str> = users.iter().take(SPELLED).map(User::called).collect();
    let more = if users.len() > SPELLED { ", …" } else { "" };
    format!("{}{more}", names.join(", "))
}

/// Segments in use that are defined by this one, or by this list or domain set.
pub async fn used_by(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Vec<User>, CommandError> {
    let ids = uses::load(ctx).await?.state().used_by(id);
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
