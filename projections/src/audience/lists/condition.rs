//! Records that are members of lists, as a condition on a list of records. A list that whoever asks may not see has no members for
//! them.

use pivotal_domain::audience::exports::list::InLists;
use pivotal_domain::identity::actor::Actor;
use sqlx::{Postgres, QueryBuilder};
use uuid::Uuid;

use super::query::seen;
use crate::audience::stay::lasts;

/// Adds ` and ...` for the record `c`.
pub(in crate::audience) fn members(
    query: &mut QueryBuilder<'_, Postgres>,
    actor: &Actor,
    asked: Option<&InLists>,
) {
    let Some(asked) = asked else { return };
    let asking = Asking { actor, asked };
    if !asked.any.is_empty() {
        asking.one_of(query, " and exists ", &asked.any);
    }
    for list in &asked.all {
        asking.one_of(query, " and exists ", std::slice::from_ref(list));
    }
    if !asked.none.is_empty() {
        asking.one_of(query, " and not exists ", &asked.none);
    }
}

struct Asking<'a> {
    actor: &'a Actor,
    asked: &'a InLists,
}

impl Asking<'_> {
    fn one_of(&self, query: &mut QueryBuilder<'_, Postgres>, whether: &str, lists: &[Uuid]) {
        query
            .push(whether)
            .push("(select 1 from read.list_members m where m.record_id = c.id and m.list_id in (select l.id from read.lists l where l.id = any(")
            .push_bind(lists.to_vec())
            .push(")");
        seen(query, self.actor, "l");
        query.push(")");
        lasts(query, self.asked.as_of);
        query.push(")");
    }
}
