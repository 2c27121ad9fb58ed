//! A chunk of rows: matches them, lets the aggregates decide, and gathers it all into one append.
//!
//! Rows of the same chunk may be the same record, so states are folded forward row by row.

mod accounts;
mod contacts;
pub mod decided;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::command::ContactCommand;
use pivotal_domain::audience::contacts::events::{AccountLink, ContactEvent, LinkKind};
use pivotal_domain::audience::contacts::{Contact, keys as contact_keys};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::imports::facts::{ChunkRan, RowProblem, RowRecord};
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::imports::outcome::{Outcomes, RowOutcome};
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::audience::record::restriction::{CLIENT_RESTRICTION, may_be_written_to, restriction_of};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::audience::record::write::{Candidate, Write};
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use self::decided::Decided;
use super::resolve::{Known, unique_of};
use super::row::{Values, Wanted, text};
use crate::lookup::Key;

/// Another record holds a value that only one may hold.
const VALUE_TAKEN: &str = "custom_value_taken";

/// What a client supplied does not fill a record that is used for others: what was there stays as it is.
fn not_the_clients(row: u32) -> RowProblem {
    RowProblem { row, code: "not_the_clients".into(), field: None, rejected: false }
}

/// One record as the chunk goes on: how it was, how it is, and what happened in between.
#[derive(Debug)]
pub struct Slot<A: Aggregate> {
    pub id: Uuid,
    pub before: Loaded<A>,
    pub state: A,
    pub events: Vec<A::Event>,
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
}

impl Chunk {
    pub fn ran(self, import_id: Uuid, chunk: u32, rows: std::ops::RangeInclusive<u32>) -> ChunkRan {
        ChunkRan {
            import_id,
            chunk,
            first_row: *rows.start(),
            last_row: *rows.end(),
            outcomes: self.outcomes,
            accounts_created: self.accounts_created,
            accounts_updated: self.accounts_updated,
            records: self.records,
            problems: self.problems,
        }
    }
}

pub struct Deciding<'a> {
    pub import_id: Uuid,
    pub at: DateTime<Utc>,
    pub kind: ImportKind,
    /// The client whose file it is.
    pub supplied_by: Option<Uuid>,
    pub known: Known,
    /// First row of this file that was the record, over all chunks before this one.
    pub first_rows: &'a HashMap<Uuid, u32>,
    accounts: Vec<Slot<Account>>,
    account_slots: HashMap<Uuid, usize>,
    account_by_domain: HashMap<String, usize>,
    account_by_name: HashMap<String, Vec<usize>>,
    contacts: Vec<Slot<Contact>>,
    contact_slots: HashMap<Uuid, usize>,
    contact_by_key: HashMap<Key, Vec<usize>>,
    first_here: HashMap<Uuid, u32>,
    /// Unique custom values that records of this chunk have.
    unique_here: HashMap<Key, Uuid>,
    chunk: Chunk,
}

impl<'a> Deciding<'a> {
    pub fn new(
        import_id: Uuid,
        at: DateTime<Utc>,
        kind: ImportKind,
        known: Known,
        first_rows: &'a HashMap<Uuid, u32>,
    ) -> Self {
        Deciding {
            import_id,
            at,
            kind,
            supplied_by: None,
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
            unique_here: HashMap::new(),
            chunk: Chunk::default(),
        }
    }

    /// Decides one row.
    pub fn row(&mut self, mut wanted: Wanted) {
        let (outcome, record, into) = if wanted.rejected {
            (RowOutcome::Rejected, None, None)
        } else if self.kind == ImportKind::Accounts {
            self.account_row(&mut wanted)
        } else {
            match wanted.contact.take() {
                None => (RowOutcome::Rejected, None, None),
                Some(values) => self.contact(&mut wanted, values),
            }
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
            None => {
                self.phones(wanted, None, link.map(|link| link.account_id), &mut values);
                return self.create(wanted, values, link, source);
            }
        };
        let account = link.or(self.contacts[slot].state.account).map(|link| link.account_id);
        self.phones(wanted, Some(slot), account, &mut values);
        let id = self.contacts[slot].id;
        let taken = self.taken(Entity::Contact, Some(id), &values);
        if self.contacts[slot].state.record.standing == Standing::Archived {
            return (RowOutcome::MatchesArchived, Some(id), None);
        }
        if !may_be_written_to(self.supplied_by, restriction_of(&self.contacts[slot].state.record)) {
            wanted.problems.push(not_the_clients(row));
            return self.met(id, row, false);
        }
        if let Some(key) = taken {
            wanted.reject(VALUE_TAKEN, Some(&key));
            return (RowOutcome::Rejected, None, None);
        }
        match self.update(slot, values, link, source) {
            Ok(changed) => self.met(id, row, changed),
            Err(code) => {
                wanted.reject(code, None);
                (RowOutcome::Rejected, None, None)
            }
        }
    }

    /// Reads the phones that waited: now it is known whose they are.
    fn phones(&self, wanted: &mut Wanted, slot: Option<usize>, account: Option<Uuid>, values: &mut Values) {
        let Some(phones) = wanted.phones.take() else { return };
        let contact = slot.and_then(|slot| self.contacts[slot].state.record.text("country"));
        let account = account.and_then(|id| match self.account_slots.get(&id) {
            Some(slot) => self.accounts[*slot].state.record.text("hq_country"),
            None => self.known.accounts.get(&id)?.state.record.text("hq_country"),
        });
        phones.read(wanted.row, (contact, account), values, &mut wanted.problems);
    }

    fn create(
        &mut self,
        wanted: &mut Wanted,
        mut values: Values,
        link: Option<AccountLink>,
        source: Source,
    ) -> (RowOutcome, Option<Uuid>, Option<u32>) {
        if let Some(key) = self.taken(Entity::Contact, None, &values) {
            wanted.reject(VALUE_TAKEN, Some(&key));
            return (RowOutcome::Rejected, None, None);
        }
        self.add_defaults(Entity::Contact, &mut values);
        self.restrict(&mut values);
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

    /// The first unique custom field of which another record has the wanted value.
    fn taken(&self, entity: Entity, me: Option<Uuid>, values: &Values) -> Option<String> {
        let mut wanted = unique_of(&self.known.custom, entity, Some(values));
        let owner = |key: &Key| self.unique_here.get(key).copied().or_else(|| self.known.owner(key));
        wanted
            .find(|(_, key)| owner(key).is_some_and(|owner| Some(owner) != me))
            .map(|(key, _)| key.to_owned())
    }

    /// What the file says nothing about.
    fn add_defaults(&self, entity: Entity, values: &mut Values) {
        for (key, default) in self.known.custom.of(entity).defaults() {
            let given = || Candidate::given(default.clone(), WriteRule::FillEmpty);
            values.entry(key.to_owned()).or_insert_with(given);
        }
    }

    /// Records that a client's file makes are for that client only. What was there before the file keeps what it has.
    fn restrict(&self, values: &mut Values) {
        if let Some(client) = self.supplied_by {
            let only = Candidate::given(FieldValue::Text(client.to_string()), WriteRule::Overwrite);
            values.insert(CLIENT_RESTRICTION.to_owned(), only);
        }
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

    /// What became of a row that is a record which exists.
    fn met(&mut self, id: Uuid, row: u32, changed: bool) -> (RowOutcome, Option<Uuid>, Option<u32>) {
        let first = self.first_rows.get(&id).or_else(|| self.first_here.get(&id)).copied();
        let outcome = match (first, changed) {
            (Some(_), _) => RowOutcome::MergedInFile,
            (None, true) => RowOutcome::Updated,
            (None, false) => RowOutcome::Unchanged,
        };
        self.first_here.entry(id).or_insert(row);
        (outcome, Some(id), first)
    }

    pub fn finish(mut self) -> Decided {
        // In a file of accounts the rows themselves are counted, and nothing is made on the side.
        if self.kind != ImportKind::Accounts {
            for slot in self.accounts.iter().filter(|slot| !slot.events.is_empty()) {
                self.chunk.accounts_created += u32::from(slot.is_new());
                self.chunk.accounts_updated += u32::from(!slot.is_new() && slot.is_changed());
            }
        }
        let (accounts, contacts, custom) = (self.accounts, self.contacts, self.known.custom);
        Decided { chunk: self.chunk, accounts, contacts, custom }
    }
}
