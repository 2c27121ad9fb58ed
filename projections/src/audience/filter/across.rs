//! Conditions on the records that the listed ones are linked to: a contact's company, an account's contacts.
//!
//! Each is a select of its own in which `c` is the linked record and `a` its activity, as in a list of such records, so that every
//! condition means there what it means in a list, and so does what the viewer may see: what may not be seen is not there. The
//! select names no row outside of it; only around it stands by what it is linked, as `in`, `exists` and `not exists`, which
//! Postgres answers for all records at once or for each by its index, as it sees fit.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::matches::holds_without_account;
use pivotal_domain::audience::filter::{Contacts, Node};
use pivotal_domain::audience::record::reach::permission_to_view;

use super::columns::asks_activity;
use super::compile::{Compiler, Joint};
use crate::audience::list::{self, Visible};
use crate::audience::{accounts, contacts};

impl Compiler<'_, '_, '_> {
    /// Whether it asks a contact about nothing but its company.
    pub(super) fn is_about_account(&self, node: &Node) -> bool {
        let asked = || node.conditions(self.entity);
        self.entity == Entity::Contact
            && !asked().is_empty()
            && node.engagements().is_empty()
            && asked().iter().all(|(of, _)| *of == Entity::Account)
    }

    /// Conditions on a contact's company. It has only one, so all of them are one look at it.
    pub(super) fn of_account(&mut self, nodes: &[&Node], joint: Joint) {
        let mut without = nodes.iter().map(|node| holds_without_account(node, self.asking));
        let holds_without = match joint {
            Joint::And => without.all(|holds| holds),
            Joint::Or => without.any(|holds| holds),
        };
        let from =
            match nodes.iter().any(|node| asks_activity(Entity::Account, &node.conditions(self.entity))) {
                true => accounts::query::FROM,
                false => "read.accounts c",
            };
        // What holds for who has no company leaves out those whose company it does not hold for. Companies are few beside contacts:
        // where no join can be made of it, a table of them is.
        let (open, close) = match (holds_without, self.alternative) {
            (false, _) => ("c.account_id in (select c.id from", ")"),
            (true, false) => (
                "not exists (select from (select c.id from",
                ") of_account where of_account.id = c.account_id)",
            ),
            (true, true) => ("(c.account_id in (select c.id from", ")) is not true"),
        };
        self.query.push(format!("{open} {from} where ")).push(if holds_without { "(" } else { "" });
        self.linked(Entity::Account, |inner| inner.group(nodes, joint));
        self.query.push(if holds_without { ") is not true" } else { "" });
        self.seen(Entity::Account);
        self.query.push(close);
    }

    /// How many of an account's contacts fit. Of those that lists show, as an account's own count of them.
    pub(super) fn contacts(&mut self, Contacts { at_least, at_most, filter }: &Contacts) {
        let (exists, having) = match (*at_least, *at_most) {
            (0, None) => {
                self.query.push("true");
                return;
            }
            (0, Some(0)) => ("not exists", None),
            // Those of whom none fits are in no group.
            (0, Some(most)) => ("not exists", Some((most, None, "count(*) > "))),
            (1, None) => ("exists", None),
            (least, most) => ("exists", Some((least, most, "count(*) >= "))),
        };
        let from = match asks_activity(Entity::Contact, &filter.conditions(Entity::Contact)) {
            true => contacts::query::WITH_ACTIVITY,
            false => "read.contacts c",
        };
        self.query.push(format!(
            "{exists} (select from (select c.account_id from {from} where c.account_id is not null and "
        ));
        self.linked(Entity::Contact, |inner| inner.node(filter));
        list::standing(self.query, Some(false));
        self.seen(Entity::Contact);
        if let Some((count, most, compared)) = having {
            self.query.push(format!(" group by c.account_id having {compared}")).push_bind(i64::from(count));
            if let Some(most) = most {
                self.query.push(" and count(*) <= ").push_bind(i64::from(most));
            }
        }
        self.query.push(") fitting where fitting.account_id = c.id)");
    }

    fn linked(&mut self, entity: Entity, conditions: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.entity, entity);
        conditions(self);
        self.entity = outer;
    }

    /// A filter must not tell of records what their list does not show.
    fn seen(&mut self, entity: Entity) {
        list::visible(self.query, Visible::of(self.actor, permission_to_view(entity)));
    }
}
