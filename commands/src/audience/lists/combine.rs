//! One new list of several: whoever is in any of them, in all of them, or in the first and none of the others.

use pivotal_domain::audience::lists::details::Details;
use pivotal_domain::audience::lists::error::ListError;
use pivotal_domain::audience::lists::source::{ListSource, Operation};
use pivotal_domain::audience::lists::{List, Made};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use super::chosen::Settled;
use super::fill::{Changed, Filling, of_source};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Repeatable;

#[derive(Debug, Clone)]
pub struct CombineLists {
    pub operation: Operation,
    /// In their order: others are subtracted from the first.
    pub lists: Vec<Uuid>,
    pub details: Details,
    pub idempotency_key: Option<String>,
}

pub async fn combine_lists(
    ctx: &Context,
    actor: &Actor,
    input: CombineLists,
) -> Result<Changed, CommandError> {
    authorise_all(actor, Permission::SegmentsEdit)?;
    input.details.sharing.check(actor).map_err(ListError::from)?;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        input.idempotency_key.as_deref(),
        &("combine_lists", &input.details, input.operation, &input.lists),
    );
    let CombineLists { operation, lists, details, .. } = input;
    let source = ListSource::Combination { operation, lists };
    source.check()?;
    let loaded = ctx.log.load_many::<List>(&source.lists()).await?;
    let seen: Vec<&Made> = loaded.iter().map(|list| seen(list, actor)).collect::<Result<_, _>>()?;
    let Some(entity) = seen.first().map(|made| made.entity) else {
        return Err(ListError::TooFewLists.into());
    };
    if seen.iter().any(|made| made.entity != entity) {
        return Err(ListError::MixedEntities.into());
    }
    let made = Made { owner: actor.user_id, entity, source, fill: None, details };
    let settled = settled(&made.source)?;
    Filling { made, settled, expected: None, repeatable }.run(ctx, actor).await
}

/// Whoever sees a list may make another of it.
pub(super) fn seen<'a>(list: &'a Loaded<List>, actor: &Actor) -> Result<&'a Made, ListError> {
    list.state.made.as_ref().filter(|made| made.is_seen_by(actor)).ok_or(ListError::NotFound)
}

pub(in crate::audience) fn settled(source: &ListSource) -> Result<Settled, ListError> {
    let selection = of_source(source).ok_or(ListError::NothingChosen)?;
    Ok(Settled::AsJob { selection, refused: Vec::new() })
}
