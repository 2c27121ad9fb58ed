//! Filters of the domain over the read tables: compiled to SQL, and what people may choose as values.

mod across;
pub mod columns;
pub mod compile;
pub mod fields;
pub(crate) mod memberships;
pub mod suggest;

use pivotal_domain::audience::engagement::derived::is_derived;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::Filter;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::suppression::consents::channel::Channel;

use self::memberships::Members;
use crate::audience::contacts::status;
use crate::audience::{accounts, contacts, engagement};
use crate::suppression::consents::of_contacts as consented;
use crate::suppression::suppressions::of_contacts::Told;
use crate::suppression::{consent_rules, consents, suppressions};

/// A filter with who asks and when, so that "today" and "me" mean something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub filter: Filter,
    pub asking: Asking,
}

/// The projections that a filter is answered from: that of its list, and those of whatever else it asks for.
pub fn read_from(filter: &Filter) -> Vec<&'static str> {
    let of = |entity: Entity| match entity {
        Entity::Contact => contacts::SPEC.name,
        Entity::Account => accounts::SPEC.name,
    };
    let mut names = vec![of(filter.entity)];
    names.extend(filter.other().map(of));
    if !filter.engagements().is_empty() {
        names.push(engagement::SPEC.name);
    }
    for (entity, condition) in filter.conditions() {
        let field = condition.field.bare();
        if let Some(members) = field.membership().and_then(|one| Members::of(entity, one)) {
            names.push(members.projection);
        } else if Told::of(entity, field.key()).is_some() {
            names.push(suppressions::SPEC.name);
        } else if consented::channel_of(entity, field.key()).is_some() {
            names.extend([consents::SPEC.name, consent_rules::SPEC.name]);
        } else if let Some(channel) = status::channel_of(entity, field.key()) {
            names.push(suppressions::SPEC.name);
            names.extend((channel == Channel::Email).then_some(engagement::SPEC.name));
        } else if is_derived(entity, field.key()) {
            names.push(engagement::SPEC.name);
        }
    }
    names.sort_unstable();
    names.dedup();
    names
}
