//! A list of a domain set: the accounts that it was matched with, or their people as an expansion shows them. The list follows the set
//! no more.

use pivotal_domain::audience::bulk::events::Selection;
use pivotal_domain::audience::domain_sets::DomainSet;
use pivotal_domain::audience::domain_sets::error::DomainSetError;
use pivotal_domain::audience::exports::list::{InDomainSet, ListFilter};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::lists::Made;
use pivotal_domain::audience::lists::details::Details;
use pivotal_domain::audience::lists::error::ListError;
use pivotal_domain::audience::lists::source::ListSource;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;

use super::check_seen;
use crate::audience::lists::chosen::Settled;
use crate::audience::lists::fill::{Changed, Filling};
use crate::audience::lists::snapshot::named;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Repeatable;

#[derive(Debug, Clone)]
pub struct ConvertDomainSet {
    /// Accounts, or their people.
    pub entity: Entity,
    /// Of which set, and which of its people.
    pub which: InDomainSet,
    /// The set's own with the moment, unless another is given.
    pub name: Option<String>,
    pub sharing: Sharing,
    pub tags: Vec<String>,
    /// The number that whoever asked saw counted.
    pub expected: Option<u64>,
    pub idempotency_key: Option<String>,
}

/// Of an archived set, too. Its records are gathered by the bulk change that fills the list.
pub async fn domain_set_to_list(
    ctx: &Context,
    actor: &Actor,
    input: ConvertDomainSet,
) -> Result<Changed, CommandError> {
    authorise_all(actor, Permission::SegmentsEdit)?;
    authorise_all(actor, Permission::DomainSetsView)?;
    authorise_all(actor, permission_to_view(input.entity))?;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        input.idempotency_key.as_deref(),
        &("domain_set_to_list", input.entity, &input.which, &input.name, input.sharing, &input.tags),
    );
    let ConvertDomainSet { entity, which, name, sharing, tags, expected, .. } = input;
    let set = ctx.log.load::<DomainSet>(which.domain_set).await?.state;
    check_seen(&set, actor)?;
    sharing.check(actor).map_err(ListError::from)?;
    if entity == Entity::Account && which.narrows_people() {
        return Err(DomainSetError::OfPeople.into());
    }
    if set.job.is_some() {
        return Err(DomainSetError::StillMatching.into());
    }
    let own = set.details.map(|details| details.name).unwrap_or_default();
    let name = name.unwrap_or_else(|| named(&own, ctx.now()));
    let source = ListSource::DomainSet { domain_set: which.domain_set };
    let filter = ListFilter { archived: Some(false), in_domain_set: Some(which), ..ListFilter::default() };
    let selection = Selection::Matching(Box::new(filter));
    let details = Details { name, sharing, tags };
    let made = Made { owner: actor.user_id, entity, source, fill: None, details };
    let settled = Settled::AsJob { selection, refused: Vec::new() };
    Filling { made, settled, expected, repeatable }.run(ctx, actor).await
}
