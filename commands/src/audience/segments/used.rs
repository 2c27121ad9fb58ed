//! What would break if a segment went: asked before it is archived.

use pivotal_domain::audience::segments::Segment;
use pivotal_domain::audience::segments::definition::Named;
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
    Ok(ids.iter().zip(loaded).map(|(id, one)| User { id: *id, name: seen_name(&one.state, actor) }).collect())
}

/// Segments in use whose definition asks who is in this list.
pub(in crate::audience) async fn defined_by_list(
    ctx: &Context,
    actor: &Actor,
    list: Uuid,
) -> Result<Vec<User>, CommandError> {
    // An id may be written in several ways. What it named before is looked at below.
    let ids = sqlx::query_scalar!(
        r#"select distinct aggregate_id as "id!" from log.events
           where aggregate_type = 'segment' and position($1 in replace(lower(payload::text), '-', '')) > 0 order by 1"#,
        list.simple().to_string()
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    let ids: Vec<Uuid> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let loaded = ctx.log.load_many::<Segment>(&ids).await?;
    let names_it = |segment: &Segment| {
        let kept = segment.kept.as_ref().filter(|_| !segment.archived);
        kept.is_some_and(|kept| Named::lists_of(&kept.definition).contains(&list))
    };
    let users = ids.iter().zip(&loaded).filter(|(_, one)| names_it(&one.state));
    Ok(users.map(|(id, one)| User { id: *id, name: seen_name(&one.state, actor) }).collect())
}

/// None for who may not see it.
fn seen_name(segment: &Segment, actor: &Actor) -> Option<String> {
    let seen = segment.kept.as_ref().filter(|kept| kept.is_seen_by(actor));
    seen.map(|kept| kept.details.name.clone())
}
