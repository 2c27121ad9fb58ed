//! A new list. It belongs to who makes it.

use pivotal_domain::audience::bulk::events::Selection;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::lists::Made;
use pivotal_domain::audience::lists::change::Verb;
use pivotal_domain::audience::lists::details::Details;
use pivotal_domain::audience::lists::error::ListError;
use pivotal_domain::audience::lists::source::ListSource;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;

use super::chosen::{Chosen, Settled};
use super::fill::{Changed, Filling};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Repeatable;

#[derive(Debug, Clone)]
pub struct CreateList {
    pub entity: Entity,
    pub details: Details,
    /// `None`: an empty list.
    pub chosen: Option<Chosen>,
    /// The number that whoever asked saw counted.
    pub expected: Option<u64>,
    pub idempotency_key: Option<String>,
}

pub async fn create_list(ctx: &Context, actor: &Actor, input: CreateList) -> Result<Changed, CommandError> {
    authorise_all(actor, Permission::SegmentsEdit)?;
    input.details.sharing.check(actor).map_err(ListError::from)?;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        input.idempotency_key.as_deref(),
        &("create_list", input.entity, &input.details, &input.chosen),
    );
    let CreateList { entity, details, chosen, expected, .. } = input;
    let source = source_of(chosen.as_ref());
    let settled = match chosen {
        Some(chosen) => chosen.settle(ctx, actor, entity, Verb::Add).await?,
        None => Settled::AtOnce { ids: Vec::new(), refused: Vec::new() },
    };
    let made = Made { owner: actor.user_id, entity, source, fill: None, details };
    Filling { made, settled, expected, repeatable }.run(ctx, actor).await
}

fn source_of(chosen: Option<&Chosen>) -> ListSource {
    match chosen {
        Some(Chosen::Pasted(_)) => ListSource::ManualUpload,
        Some(Chosen::Records(Selection::Matching(_))) => ListSource::Filter,
        Some(Chosen::Records(Selection::Ids(_))) | None => ListSource::Selection,
    }
}
