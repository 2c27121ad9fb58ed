//! A frozen copy of a list as it is, or as it was at a moment.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::lists::details::Details;
use pivotal_domain::audience::lists::error::ListError;
use pivotal_domain::audience::lists::source::ListSource;
use pivotal_domain::audience::lists::{List, Made};
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::name::LONGEST;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::combine::{seen, settled};
use super::fill::{Changed, Filling};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Repeatable;

#[derive(Debug, Clone)]
pub struct SnapshotList {
    pub id: Uuid,
    /// The list's own with the moment, unless another is given.
    pub name: Option<String>,
    /// Now, unless an earlier moment is given.
    pub as_of: Option<DateTime<Utc>>,
    pub idempotency_key: Option<String>,
}

pub async fn snapshot_list(
    ctx: &Context,
    actor: &Actor,
    input: SnapshotList,
) -> Result<Changed, CommandError> {
    authorise_all(actor, Permission::SegmentsEdit)?;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        input.idempotency_key.as_deref(),
        &("snapshot_list", input.id, &input.name, input.as_of),
    );
    let list = ctx.log.load::<List>(input.id).await?;
    let of = seen(&list, actor)?;
    let as_of = moment(ctx, input.id, input.as_of)?;
    let name = input.name.unwrap_or_else(|| named(&of.details.name, as_of));
    // Shared as the list is, where whoever copies it may share it so.
    let sharing = if of.details.sharing.check(actor).is_ok() { of.details.sharing } else { Sharing::Private };
    let details = Details { name, sharing, tags: of.details.tags.clone() };
    let source = ListSource::Snapshot { list: input.id, as_of };
    let made = Made { owner: actor.user_id, entity: of.entity, source, fill: None, details };
    let settled = settled(&made.source)?;
    Filling { made, settled, expected: None, repeatable }.run(ctx, actor).await
}

/// Neither before what is copied was made (its id says when that was) nor in the future.
pub(in crate::audience) fn moment(
    ctx: &Context,
    of: Uuid,
    asked: Option<DateTime<Utc>>,
) -> Result<DateTime<Utc>, ListError> {
    let now = ctx.now();
    let Some(at) = asked else { return Ok(now) };
    let made = of.get_timestamp().map(|timestamp| timestamp.to_unix());
    let made = made.and_then(|(seconds, _)| DateTime::from_timestamp(seconds as i64, 0));
    match made {
        _ if at > now => Err(ListError::NotYet),
        Some(made) if at < made => Err(ListError::BeforeIt),
        Some(_) | None => Ok(at),
    }
}

/// After what it is copied from, with the moment: no two copies have one name.
pub(in crate::audience) fn named(of: &str, as_of: DateTime<Utc>) -> String {
    let moment = as_of.format(" (%Y-%m-%d %H:%M:%S UTC)").to_string();
    let kept: String = of.chars().take(LONGEST.saturating_sub(moment.chars().count())).collect();
    format!("{kept}{moment}")
}
