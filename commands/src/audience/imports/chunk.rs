//! A chunk of rows: matches them, lets the aggregates decide, and gathers it all into one append.
//!
//! Rows of the same chunk may be the same record, so states are folded forward row by row.

mod accounts;
mod contacts;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::command::ContactCommand;
use pivotal_domain::audience::contacts::events::{AccountLink, ContactEvent, LinkKind};
use pivotal_domain::audience::contacts::{Contact, keys as contact_keys};
use pivotal_domain::audience::imports::facts::{RowProblem, RowRecord};
use pivotal_domain::audience::imports::outcome::{Outcomes, RowOutcome};
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::audience::record::write::Write;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::Append;
use pivotal_log::blind_index::BlindIndex;
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use super::resolve::Known;
use super::row::{Values, Wanted, text};
use crate::error::CommandError;
use crate::execute::guard_changes;
use crate::lookup::Key;

/// Accounts as a chunk left them.
pub type AccountsNow = Vec<(Uuid, Loaded<Account>)>;

/// One record as the chunk goes on: how it was, how it is, and what happened in between.
#[derive(Debug)]
struct Slot<A: Aggregate> {
    id: Uuid,
    before: Loaded<A>,
    state: A,
    events: Vec<A::Event>,
}

impl<A: Aggregate + Clone> Slot<A>
where
    A::Event: Clone,
{
    fn new(id: Uuid, before: Loaded<A>) -> Self {
        Slot { id, state: before.state.clone(), before, events: Vec::new() }
    }

    fn apply(&mut self, events: Vec<A::Event>) -> usize {
        let count = events.len();
        for event in events {
            self.state.apply(event.clone());
            self.events.push(event);
        }
        count
    }
}

/// What a chunk came to.
#[derive(Debug, Default)]
pub struct Chunk {
    pub outcomes: Outcomes,
    pub records: Vec<RowRecord>,
    pub problems: Vec<RowProblem>,
    pub accounts_created: u32,
    pub accounts_updated: u32,
    /// Domains that accounts got here: contacts may be waiting under them.
    pub new_domains: Vec<(Uuid, Vec<String>)>,
}

pub struct Deciding<'a> {
    pub import_id: Uuid,
    pub at: DateTime<Utc>,
    pub known: Known,
    /// First row of this file that was the contact, over all chunks before this one.
    pub first_rows: &'a HashMap<Uuid, u32>,
    accounts: Vec<Slot<Account>>,
    account_slots: HashMap<Uuid, usize>,
    account_by_domain: HashMap<String, usize>,
    account_by_name: HashMap<String, Vec<usize>>,
    contacts: Vec<Slot<Contact>>,
    contact_slots: HashMap<Uuid, usize>,
    contact_by_key: HashMap<Key, Vec<usize>>,
    first_here: HashMap<Uuid, u32>,
    chunk: Chunk,
}

impl<'a> Deciding<'a> {
    pub fn new(import_id: Uuid, at: DateTime<Utc>, known: Known, first_rows: &'a HashMap<Uuid, u32>) -> Self {
        Deciding {
            import_id,
            at,
            known,
            first_rows,
            accounts: Vec::new(),
            account_slots: HashMap::new(),
            account_by_domain: HashMap::new(),
            account_by_name: HashMap::new(),
            contacts: Vec::new(),
            contact_slots: HashMap::new(),
            contact_by_key: HashMap::new(),
            first_here: HashMap::new(),
            chunk: Chunk::default(),
        }
    }

    /// Decides one row.
    pub fn row(&mut self, mut wanted: Wanted) {
        let (outcome, record, into) = match wanted.contact.take() {
            None => (RowOutcome::Rejected, None, None),
            Some(values) => self.contact(&mut wanted, values),
        };
        if outcome != RowOutcome::Rejected && wanted.problems.iter().any(|problem| !problem.rejected) {
            self.chunk.outcomes.warnings += 1;
        }
        self.chunk.outcomes.count(outcome);
        self.chunk.records.push(RowRecord { row: wanted.row, outcome, record, into });
        self.chunk.problems.append(&mut wanted.problems);
    }

    fn contact(
        &mut self,
        wanted: &mut Wanted,
        mut values: Values,
    ) -> (RowOutcome, Option<Uuid>, Option<u32>) {
        let row = wanted.row;
        // The row's own view of the contact is needed for matching.
        wanted.contact = Some(values.clone());
        let source = Source::Import { id: self.import_id, row };
        let account =
            wanted.account.take().and_then(|account| self.account(account, &source, &mut wanted.problems));
        let link = self.link_for(account, text(&values, "email"));
        let slot = match self.same_contact(wanted, link.map(|link| link.account_id)) {
            Some((slot, by_email)) => {
                if by_email && self.other_name(slot, &values) {
                    // Same address, other name: what is there stays, what came is kept beside it for somebody to judge.
                    wanted.problems.push(RowProblem {
                        row,
                        code: "name_differs".into(),
                        field: Some("full_name".into()),
                        rejected: false,
                    });
                    for key in ["full_name", "first_name", "middle_name", "last_name", "salutation"] {
                        if let Some(candidate) = values.get_mut(key) {
                            candidate.rule = WriteRule::Never;
                        }
                    }
                }
                slot
            }
            None => return self.create(wanted, values, link, source),
        };
        let id = self.contacts[slot].id;
        if self.contacts[slot].state.record.standing == Standing::Archived {
            return (RowOutcome::MatchesArchived, Some(id), None);
        }
        let first = self.first_rows.get(&id).or_else(|| self.first_here.get(&id)).copied();
        match self.update(slot, values, link, source) {
            Ok(changed) => {
                let outcome = match (first, changed) {
                    (Some(_), _) => RowOutcome::MergedInFile,
                    (None, true) => RowOutcome::Updated,
                    (None, false) => RowOutcome::Unchanged,
                };
                self.first_here.entry(id).or_insert(row);
                (outcome, Some(id), first)
            }
            Err(code) => {
                wanted.reject(code, None);
                (RowOutcome::Rejected, None, None)
            }
        }
    }

    fn create(
        &mut self,
        wanted: &mut Wanted,
        values: Values,
        link: Option<AccountLink>,
        source: Source,
    ) -> (RowOutcome, Option<Uuid>, Option<u32>) {
        let id = Uuid::now_v7();
        let command = ContactCommand::Create { write: Write { source, at: self.at, values }, account: link };
        match Contact::default().decide(command) {
            Ok(events) => {
                let mut slot = Slot::new(id, Loaded { state: Contact::default(), sequence: 0 });
                slot.apply(events);
                self.push_contact(slot);
                self.first_here.insert(id, wanted.row);
                (RowOutcome::Created, Some(id), None)
            }
            Err(_) => {
                wanted.reject("no_key", None);
                (RowOutcome::Rejected, None, None)
            }
        }
    }

    /// Whether the row changed anything, or why it cannot.
    fn update(
        &mut self,
        slot: usize,
        values: Values,
        link: Option<AccountLink>,
        source: Source,
    ) -> Result<bool, &'static str> {
        let (at, slot_index) = (self.at, slot);
        let slot = &mut self.contacts[slot];
        let mut changed = false;
        if let Some(link) = link {
            let events = slot
                .state
                .decide(ContactCommand::LinkAccount { source: source.clone(), at, link })
                .map_err(|_| "record_changed")?;
            changed |= slot.apply(events) > 0;
        }
        let events =
            slot.state.decide(ContactCommand::Write(Write { source, at, values })).map_err(|_| "no_key")?;
        changed |= events.iter().any(|event| matches!(event, ContactEvent::ContactFieldsChanged { changes, .. } if !changes.is_empty()));
        slot.apply(events);
        self.index_contact(slot_index);
        Ok(changed)
    }

    fn link_for(&self, account: Option<Uuid>, email: Option<&str>) -> Option<AccountLink> {
        if let Some(account_id) = account {
            return Some(AccountLink { account_id, how: LinkKind::Import });
        }
        let domain = email.and_then(contact_keys::linking_domain)?;
        let here = self.account_by_domain.get(&domain).map(|slot| self.accounts[*slot].id);
        let account_id = here.or_else(|| self.known.domain_owner(&domain))?;
        let active = self
            .account_slots
            .get(&account_id)
            .map(|slot| self.accounts[*slot].state.record.is_active())
            .or_else(|| self.known.accounts.get(&account_id).map(|account| account.state.record.is_active()));
        active.unwrap_or(false).then_some(AccountLink { account_id, how: LinkKind::Auto })
    }

    /// Everything decided, as one append; the accounts as they are now, for the rows to come.
    pub fn finish(
        mut self,
        blind: &BlindIndex,
        metadata: &Metadata,
        append: &mut Append,
    ) -> Result<(Chunk, AccountsNow), CommandError> {
        let mut accounts = Vec::with_capacity(self.accounts.len());
        for slot in self.accounts {
            let sequence = slot.before.sequence + slot.events.len() as i64;
            if !slot.events.is_empty() {
                let had = pivotal_domain::audience::accounts::keys::claims(&slot.before.state);
                let new: Vec<String> = pivotal_domain::audience::accounts::keys::claims(&slot.state)
                    .into_iter()
                    .filter(|key| !had.contains(key))
                    .map(|(_, domain)| domain)
                    .collect();
                if !new.is_empty() {
                    self.chunk.new_domains.push((slot.id, new));
                }
                if slot.before.sequence == 0 {
                    self.chunk.accounts_created += 1;
                } else if slot.events.iter().any(|event| matches!(event, AccountEvent::AccountFieldsChanged { changes, .. } if !changes.is_empty())) {
                    self.chunk.accounts_updated += 1;
                }
                append.guards.extend(guard_changes(blind, slot.id, &slot.before.state, &slot.state));
                append.events::<Account>(slot.id, slot.before.sequence, slot.events, metadata)?;
            }
            accounts.push((slot.id, Loaded { state: slot.state, sequence }));
        }
        for slot in self.contacts.into_iter().filter(|slot| !slot.events.is_empty()) {
            append.guards.extend(guard_changes(blind, slot.id, &slot.before.state, &slot.state));
            append.events::<Contact>(slot.id, slot.before.sequence, slot.events, metadata)?;
        }
        Ok((self.chunk, accounts))
    }
}
