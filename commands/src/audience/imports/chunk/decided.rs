//! What a chunk came to, before anything is done with it: the run writes it, a preview only tells of it.

use cqrs_es::Aggregate;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::accounts::{Account, keys as account_keys};
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::Append;
use pivotal_log::blind_index::BlindIndex;
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use super::{Chunk, Slot};
use crate::audience::imports::plan::CustomFields;
use crate::error::CommandError;
use crate::execute::{custom_changes, guard_changes};

/// Accounts as a chunk left them.
pub type AccountsNow = Vec<(Uuid, Loaded<Account>)>;

#[derive(Debug)]
pub struct Decided {
    pub chunk: Chunk,
    /// Everything met, changed or not.
    pub accounts: Vec<Slot<Account>>,
    pub contacts: Vec<Slot<Contact>>,
    /// As they were defined when it was decided.
    pub custom: CustomFields,
}

impl<A: Aggregate> Slot<A> {
    pub fn is_new(&self) -> bool {
        self.before.sequence == 0
    }

    fn now(&self) -> i64 {
        self.before.sequence + self.events.len() as i64
    }
}

impl Slot<Account> {
    pub fn is_changed(&self) -> bool {
        self.events.iter().any(|event| matches!(event, AccountEvent::AccountFieldsChanged { changes, .. } if !changes.is_empty()))
    }
}

impl Decided {
    /// Domains that accounts got here: contacts may be waiting under them.
    pub fn new_domains(&self) -> Vec<(Uuid, Vec<String>)> {
        let changed = self.accounts.iter().filter(|slot| !slot.events.is_empty());
        let new = changed.map(|slot| {
            let had = account_keys::claims(&slot.before.state);
            let now = account_keys::claims(&slot.state).into_iter();
            (slot.id, now.filter(|key| !had.contains(key)).map(|(_, domain)| domain).collect::<Vec<_>>())
        });
        new.filter(|(_, domains)| !domains.is_empty()).collect()
    }

    /// As one append; the accounts as they are now, for the rows to come.
    pub fn write(
        self,
        blind: &BlindIndex,
        metadata: &Metadata,
        append: &mut Append,
    ) -> Result<(Chunk, AccountsNow), CommandError> {
        let mut accounts = Vec::with_capacity(self.accounts.len());
        for slot in self.accounts {
            let sequence = slot.now();
            if !slot.events.is_empty() {
                let (before, after) = (&slot.before.state, &slot.state);
                append.guards.extend(guard_changes(blind, slot.id, before, after));
                append.guards.extend(custom_changes(blind, slot.id, before, after, &self.custom.account));
                append.events::<Account>(slot.id, slot.before.sequence, slot.events, metadata)?;
            }
            accounts.push((slot.id, Loaded { state: slot.state, sequence }));
        }
        for slot in self.contacts.into_iter().filter(|slot| !slot.events.is_empty()) {
            let (before, after) = (&slot.before.state, &slot.state);
            append.guards.extend(guard_changes(blind, slot.id, before, after));
            append.guards.extend(custom_changes(blind, slot.id, before, after, &self.custom.contact));
            append.events::<Contact>(slot.id, slot.before.sequence, slot.events, metadata)?;
        }
        Ok((self.chunk, accounts))
    }

    /// The accounts as they are now, where nothing is written.
    pub fn accounts_now(self) -> AccountsNow {
        let now = |slot: Slot<Account>| {
            let sequence = slot.now();
            (slot.id, Loaded { state: slot.state, sequence })
        };
        self.accounts.into_iter().map(now).collect()
    }
}
