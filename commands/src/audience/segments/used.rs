//! What would break if a segment went: asked before it is archived.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::segments::Segment;
use pivotal_domain::audience::segments::definition::Named;
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

/// Segments in use whose definition asks who is in this list.
pub(in crate::audience) async fn defined_by_list(
    ctx: &Context,
    actor: &Actor,
    list: Uuid,
) -> Result<Vec<User>, CommandError> {
    // An id may be written in several ways. What it named before is looked at below.
    let named = sqlx::query_scalar!(
        r#"select distinct aggregate_id as "id!" from log.events
           where aggregate_type = 'segment' and position($1 in replace(lower(payload::text), '-', '')) > 0 order by 1"#,
        list.simple().to_string()
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    let named: Vec<Uuid> = named.iter().filter_map(|id| id.parse().ok()).collect();
    let loaded = ctx.log.load_many::<Segment>(&named).await?;
    let names_it = |segment: &Segment| {
        let kept = segment.kept.as_ref().filter(|_| !segment.archived);
        kept.is_some_and(|kept| Named::lists_of(&kept.definition).contains(&list))
    };
    let using = named.iter().zip(&loaded).filter(|(_, one)| names_it(&one.state));
    let using: Vec<Uuid> = using.map(|(id, _)| *id).collect();
    users(ctx, actor, &using).await
}
