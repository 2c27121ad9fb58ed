//! What a domain set was matched with, as a condition on a list of records. A set that whoever asks may not see was matched with
//! nothing for them.

use pivotal_domain::audience::exports::list::InDomainSet;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use sqlx::{Postgres, QueryBuilder};
use uuid::Uuid;

use super::contacts::within;
use crate::audience::list::{Visible, visible};
use crate::audience::shared::shared_with;

/// Adds ` and ...` for the contact `c`: the people that an expansion of the set shows.
pub(in crate::audience) fn people(
    query: &mut QueryBuilder<'_, Postgres>,
    actor: &Actor,
    asked: Option<&InDomainSet>,
) {
    let Some(asked) = asked else { return };
    seen(query, actor, asked.domain_set);
    within(query, asked.domain_set, &asked.clone().into());
}

/// Adds ` and ...` for the account `c`.
pub(in crate::audience) fn accounts(
    query: &mut QueryBuilder<'_, Postgres>,
    actor: &Actor,
    asked: Option<&InDomainSet>,
) {
    let Some(asked) = asked else { return };
    seen(query, actor, asked.domain_set);
    query.push(" and c.id in (select i.account_id from read.domain_set_items i where i.domain_set_id = ");
    query.push_bind(asked.domain_set);
    query.push(if asked.fuzzy {
        " and i.status in ('matched', 'fuzzy'))"
    } else {
        " and i.status = 'matched')"
    });
}

fn seen(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor, set: Uuid) {
    visible(query, Visible::of(actor, Permission::DomainSetsView));
    query.push(" and exists (select 1 from read.domain_sets s where s.id = ").push_bind(set);
    shared_with(query, actor, "s");
    query.push(")");
}
