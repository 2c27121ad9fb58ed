//! A new segment. It belongs to who saves it, and its keeper fills it from here on.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::audience::segments::error::of_sharing;
use pivotal_domain::audience::segments::uses::SegmentUsesCommand;
use pivotal_domain::audience::segments::{Details, Kept, Segment, SegmentCommand};
use pivotal_domain::identity::actor::Actor;
use serde_json::Value;
use uuid::Uuid;

use super::write::write;
use super::{definition, may_edit, name_taken};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable};

#[derive(Debug, Clone)]
pub struct CreateSegment {
    pub entity: Entity,
    pub name: String,
    pub description: String,
    pub tags: Vec<String>,
    pub sharing: Sharing,
    /// In the filter language.
    pub definition: Value,
    pub active: bool,
    pub idempotency_key: Option<String>,
}

pub async fn create_segment(
    ctx: &Context,
    actor: &Actor,
    input: CreateSegment,
) -> Result<Executed<Segment>, CommandError> {
    may_edit(actor, input.entity)?;
    input.sharing.check(actor).map_err(|error| of_sharing(&error))?;
    let CreateSegment { entity, name, description, tags, sharing, definition, active, idempotency_key } =
        input;
    let uses = definition::read(ctx, actor, entity, &definition).await?;
    let details = Details { name: name.clone(), description, tags, sharing };
    let kept = Kept { owner: actor.user_id, entity, details, definition, active };
    let repeatable =
        Repeatable::new(&actor.user_id.to_string(), idempotency_key.as_deref(), &("create_segment", &kept));
    let (id, at) = (Uuid::now_v7(), ctx.now());
    let created = write(ctx, actor, id, repeatable, |_| {
        let uses = SegmentUsesCommand::Use { segment: id, uses: uses.clone(), at };
        Ok((SegmentCommand::Create { kept: kept.clone(), at }, uses))
    });
    created.await.map_err(|error| name_taken(error, &name))
}
