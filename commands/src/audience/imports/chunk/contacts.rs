//! The contact side of a row: which contact it is, by the keys of AUD-6, strongest first.

use pivotal_domain::audience::contacts::{Contact, keys as contact_keys};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::imports::facts::RowProblem;
use pivotal_domain::audience::record::state::RecordState;
use pivotal_domain::audience::values::person_name;
use uuid::Uuid;

use super::{Deciding, Slot};
use crate::audience::imports::resolve::secondary;
use crate::audience::imports::row::{Values, Wanted, text};
use crate::lookup::Key;

/// How much a key says; strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strength {
    Email,
    SecondaryEmail,
    LinkedIn,
    NameAtAccount,
}

impl Strength {
    /// A weaker key counts only where each stronger one of a single value is missing on a side or the same on both.
    fn holds(self, wanted: &Wanted, held: &RecordState) -> bool {
        let stronger: &[&str] = match self {
            Strength::Email => &[],
            Strength::SecondaryEmail | Strength::LinkedIn => &["email"],
            Strength::NameAtAccount => &["email", "linkedin_url"],
        };
        stronger.iter().all(|key| match (wanted.contact_text(key), held.text(key)) {
            (Some(given), Some(held)) => given == held,
            _ => true,
        })
    }
}

impl Deciding<'_> {
    /// The contact this row is, whether an earlier row of the chunk made it or it was there before, and whether the
    /// email said so. Where only keys of somebody with another stronger key agree, the row is a new contact and a
    /// pair for somebody to look at.
    pub(super) fn same_contact(
        &mut self,
        wanted: &mut Wanted,
        account: Option<Uuid>,
    ) -> Option<(usize, bool)> {
        let mut another = false;
        for (strength, key) in keys(wanted, account) {
            for slot in self.contacts_with(&key) {
                if strength.holds(wanted, &self.contacts[slot].state.record) {
                    return Some((slot, strength == Strength::Email));
                }
                another = true;
            }
        }
        if another {
            wanted.problems.push(RowProblem {
                row: wanted.row,
                code: "possible_duplicate".into(),
                field: None,
                rejected: false,
            });
        }
        None
    }

    /// Oldest first, so that it makes no difference where a chunk ends.
    fn contacts_with(&mut self, key: &Key) -> Vec<usize> {
        let before = self.known.owners(key);
        let mut slots: Vec<usize> = before.into_iter().filter_map(|id| self.contact_slot(id)).collect();
        for slot in self.contact_by_key.get(key).into_iter().flatten() {
            if !slots.contains(slot) {
                slots.push(*slot);
            }
        }
        slots
    }

    pub(super) fn other_name(&self, slot: usize, values: &Values) -> bool {
        let held = self.contacts[slot].state.record.text("full_name").map(person_name::match_key);
        let given = text(values, "full_name")
            .map(str::to_owned)
            .or_else(|| Some(format!("{} {}", text(values, "first_name")?, text(values, "last_name")?)));
        match (held, given) {
            (Some(held), Some(given)) => held != person_name::match_key(&given),
            _ => false,
        }
    }

    fn contact_slot(&mut self, id: Uuid) -> Option<usize> {
        if let Some(slot) = self.contact_slots.get(&id) {
            return Some(*slot);
        }
        let loaded = self.known.contacts.get(&id).filter(|loaded| loaded.exists())?.clone();
        Some(self.push_contact(Slot::new(id, loaded)))
    }

    pub(super) fn push_contact(&mut self, slot: Slot<Contact>) -> usize {
        self.contact_slots.insert(slot.id, self.contacts.len());
        self.contacts.push(slot);
        self.index_contact(self.contacts.len() - 1);
        self.contacts.len() - 1
    }

    pub(super) fn index_contact(&mut self, slot: usize) {
        let contact = &self.contacts[slot].state;
        for key in contact_keys::claims(contact).into_iter().chain(contact_keys::match_keys(contact)) {
            let holders = self.contact_by_key.entry(key).or_default();
            if !holders.contains(&slot) {
                holders.push(slot);
            }
        }
        let slot = &self.contacts[slot];
        let claims = self.known.custom.of(Entity::Contact).claims(Entity::Contact, &slot.state.record);
        self.unique_here.extend(claims.into_iter().map(|key| (key, slot.id)));
    }
}

/// Every key by which a row may be somebody, strongest first.
fn keys(wanted: &Wanted, account: Option<Uuid>) -> Vec<(Strength, Key)> {
    let of_email = |email: &str, strength| {
        [contact_keys::EMAIL, contact_keys::SECONDARY_EMAIL]
            .map(|scope| (strength, (scope, email.to_owned())))
    };
    let mut keys = Vec::new();
    keys.extend(wanted.contact_text("email").into_iter().flat_map(|email| of_email(email, Strength::Email)));
    keys.extend(secondary(wanted).iter().flat_map(|email| of_email(email, Strength::SecondaryEmail)));
    let linkedin = wanted.contact_text("linkedin_url");
    keys.extend(linkedin.map(|url| (Strength::LinkedIn, (contact_keys::LINKEDIN, url.to_owned()))));
    keys.extend(wanted.full_name().zip(account).map(|(name, account)| {
        let name = contact_keys::name_at_account(&name, account);
        (Strength::NameAtAccount, (contact_keys::NAME_AT_ACCOUNT, name))
    }));
    keys
}
