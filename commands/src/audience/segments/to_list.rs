//! A list of a segment: its members as they are, or as they were at a moment. The list follows the data no more.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::lists::Made;
use pivotal_domain::audience::lists::details::Details;
use pivotal_domain::audience::lists::error::ListError;
use pivotal_domain::audience::lists::source::ListSource;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::audience::segments::Segment;
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::own;
use crate::audience::lists::combine::settled;
use crate::audience::lists::fill::{Changed, Filling};
use crate::audience::lists::snapshot::{moment, named};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Repeatable;

#[derive(Debug, Clone)]
pub struct ConvertSegment {
    pub id: Uuid,
    /// The segment's own with the moment, unless another is given.
    pub name: Option<String>,
    pub sharing: Sharing,
    pub tags: Vec<String>,
    /// Now, unless an earlier moment is given.
    pub as_of: Option<DateTime<Utc>>,
    pub idempotency_key: Option<String>,
}

/// Of an archived segment, or one that is switched off, too: its members stand still.
pub async fn segment_to_list(
    ctx: &Context,
    actor: &Actor,
    input: ConvertSegment,
) -> Result<Changed, CommandError> {
    let segment = ctx.log.load::<Segment>(input.id).await?.state;
    let of = own(&segment, actor)?;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        input.idempotency_key.as_deref(),
        &("segment_to_list", input.id, &input.name, input.sharing, &input.tags, input.as_of),
    );
    let ConvertSegment { id, name, sharing, tags, as_of, .. } = input;
    sharing.check(actor).map_err(ListError::from)?;
    let as_of = moment(ctx, id, as_of)?;
    let name = name.unwrap_or_else(|| named(&of.details.name, as_of));
    let source = ListSource::Segment { segment: id, as_of: Some(as_of) };
    let settled = settled(&source)?;
    let details = Details { name, sharing, tags };
    let made = Made { owner: actor.user_id, entity: of.entity, source, fill: None, details };
    Filling { made, settled, expected: None, repeatable }.run(ctx, actor).await
}
