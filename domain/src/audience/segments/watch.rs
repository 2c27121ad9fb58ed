//! What can change who is in a segment: which fields its definition asks for, and whether time alone does.
//!
//! Errs on the safe side. A field that nobody writes is worked out from others, so whatever happens to the record may change it.

use std::collections::BTreeSet;

use super::definition::SEGMENTS;
use crate::audience::engagement::derived::is_derived;
use crate::audience::fields::catalogue::{Entity, custom_name, field};
use crate::audience::filter::Filter;
use crate::audience::filter::predicate::Predicate;

/// The field in which a contact says whose it is.
pub const LINK: &str = "account";

/// The fields in which a filter asks for lists and for domain sets.
pub const LISTS: &str = "lists";
pub const DOMAIN_SETS: &str = "domain_sets";

/// What puts a contact into a domain set besides its account's being in it: the account, and who has none, the email.
const AT_DOMAINS: [&str; 2] = [LINK, "email"];
/// Stands for what happened between us and a contact, which is no field.
pub const ENGAGEMENT: &str = "engagement";

/// Worked out, and from nothing but the record's own events.
const OWN: &[&str] = &[
    "archived",
    "created_at",
    "updated_at",
    "created_by",
    "source",
    "import",
    "imports",
    "email_domain",
    "email_verification_reason",
    "email_verified_at",
    "email_kind",
    "direct_phone_e164",
    "main_phone_e164",
    "account_link",
    "duplicate_of",
    "status",
];

/// Which keys were touched, or which are watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keys {
    /// Whatever it is: the record is new, gone, or another one now.
    All,
    These(BTreeSet<String>),
}

impl Default for Keys {
    fn default() -> Self {
        Keys::These(BTreeSet::new())
    }
}

impl Keys {
    pub fn of(keys: impl IntoIterator<Item = impl Into<String>>) -> Keys {
        Keys::These(keys.into_iter().map(Into::into).collect())
    }

    pub fn add(&mut self, more: &Keys) {
        match (&mut *self, more) {
            (Keys::These(held), Keys::These(more)) => held.extend(more.iter().cloned()),
            (_, Keys::All) => *self = Keys::All,
            (Keys::All, Keys::These(_)) => {}
        }
    }

    pub fn holds(&self, key: &str) -> bool {
        match self {
            Keys::All => true,
            Keys::These(held) => held.contains(key),
        }
    }

    pub fn is_empty(&self) -> bool {
        matches!(self, Keys::These(held) if held.is_empty())
    }

    fn meets(&self, other: &Keys) -> bool {
        match (self, other) {
            (Keys::All, other) => !other.is_empty(),
            (one, Keys::All) => !one.is_empty(),
            (Keys::These(one), Keys::These(other)) => !one.is_disjoint(other),
        }
    }
}

/// What a definition looks at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Watch {
    /// Of the record itself.
    pub own: Keys,
    /// Of the records it is linked to: the account of a contact, the contacts of an account.
    pub linked: Keys,
    /// Something kept beside the record: suppressions, consents, what was counted.
    pub elsewhere: bool,
    /// Days counted from today, or what counts days by itself.
    pub timed: bool,
}

impl Watch {
    pub fn of(filter: &Filter) -> Watch {
        let mut watch = Watch::default();
        for (of, condition) in filter.conditions() {
            let key = condition.field.bare().key();
            // What is counted by days changes with the clock, whatever it is asked.
            watch.timed |= is_relative(&condition.predicate) || condition.field.counted().is_some();
            if let Some(at_account) = at_account(filter.entity, of, key) {
                watch.linked.add(&Keys::of([at_account]));
                watch.own.add(&Keys::of([LINK]));
                continue;
            }
            if (of, key) == (Entity::Contact, DOMAIN_SETS) {
                let (contact, account) = match filter.entity {
                    Entity::Contact => (&mut watch.own, &mut watch.linked),
                    Entity::Account => (&mut watch.linked, &mut watch.own),
                };
                contact.add(&Keys::of(AT_DOMAINS));
                account.add(&Keys::of([DOMAIN_SETS]));
                watch.elsewhere = true;
                continue;
            }
            let (keys, elsewhere) = written(of, key);
            if of == filter.entity {
                watch.own.add(&keys);
            } else {
                watch.linked.add(&keys);
            }
            // How many work there changes with everybody who comes and goes.
            if key == "contact_count" && filter.entity == Entity::Account {
                watch.linked.add(&Keys::of([LINK]));
            }
            watch.elsewhere |= elsewhere;
        }
        for asked in filter.engagements() {
            match filter.entity {
                Entity::Contact => watch.own.add(&Keys::of([ENGAGEMENT])),
                Entity::Account => watch.linked.add(&Keys::of([ENGAGEMENT])),
            }
            watch.timed |= asked.when.is_relative();
            // Much of it at once is not looked at contact by contact.
            watch.elsewhere = true;
        }
        match filter.other() {
            Some(Entity::Account) => watch.own.add(&Keys::of([LINK])),
            Some(Entity::Contact) => watch.linked.add(&Keys::of([LINK])),
            None => {}
        }
        watch.timed |= watch.elsewhere;
        watch
    }

    /// Whether a change of these keys of a record itself can matter.
    pub fn sees(&self, touched: &Keys) -> bool {
        // Of a record that is new or gone even a definition without conditions has something to say.
        *touched == Keys::All || self.own.meets(touched)
    }

    /// Whether a change of these keys of a linked record can matter.
    pub fn sees_linked(&self, touched: &Keys) -> bool {
        self.linked.meets(touched)
    }
}

/// Whether a condition asks for what was touched, of the record itself or of one it is linked to.
pub fn concerns(entity: Entity, of: Entity, key: &str, own: &Keys, linked: &Keys) -> bool {
    if (of, key) == (Entity::Contact, DOMAIN_SETS) {
        let (contact, account) = if entity == of { (own, linked) } else { (linked, own) };
        return account.holds(DOMAIN_SETS) || AT_DOMAINS.iter().any(|key| contact.holds(key));
    }
    let key = if is_derived(of, key) { ENGAGEMENT } else { key };
    match at_account(entity, of, key) {
        Some(at_account) => own.holds(LINK) || linked.holds(at_account),
        None if of == entity => own.holds(key),
        None => own.holds(LINK) || linked.holds(key),
    }
}

/// The account's field that a contact shows as its own.
fn at_account(entity: Entity, of: Entity, key: &str) -> Option<&'static str> {
    match (entity, of, key) {
        (Entity::Contact, Entity::Contact, "account_name") => Some("name"),
        (Entity::Contact, Entity::Contact, "account_domain") => Some("domain"),
        _ => None,
    }
}

/// The keys whose change can change this field, and whether other things can as well.
fn written(entity: Entity, key: &str) -> (Keys, bool) {
    let is_written = custom_name(key).is_some() || field(entity, key).is_some_and(|def| def.writable);
    match is_written || [LINK, SEGMENTS, LISTS].contains(&key) {
        true => (Keys::of([key]), false),
        // Which account an item was before, a matching does not say; whoever goes without a word is found by a look at all.
        false if key == DOMAIN_SETS => (Keys::of([key]), true),
        // Much of it at once is not looked at contact by contact.
        false if is_derived(entity, key) => (Keys::of([ENGAGEMENT]), true),
        false => (Keys::All, !OWN.contains(&key)),
    }
}

fn is_relative(predicate: &Predicate) -> bool {
    match predicate {
        Predicate::InLastDays(_) | Predicate::InNextDays(_) => true,
        Predicate::On(one) => one.is_relative(),
        Predicate::Before(one) | Predicate::After(one) => one.is_relative(),
        Predicate::BetweenDates(from, to) => from.is_relative() || to.is_relative(),
        _ => false,
    }
}
