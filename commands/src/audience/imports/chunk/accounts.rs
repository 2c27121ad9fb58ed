//! The account side of a row: found by domain, then by name and country, or made.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::command::AccountCommand;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::imports::facts::RowProblem;
use pivotal_domain::audience::imports::outcome::RowOutcome;
use pivotal_domain::audience::record::restriction::{may_be_written_to, restriction_of};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::write::Write;
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use super::{Deciding, Slot, VALUE_TAKEN, not_the_clients};
use crate::audience::imports::resolve::{alternates, name_country};
use crate::audience::imports::row::{Values, Wanted, text};
use crate::lookup::Key;

/// The account that a row's values went to.
struct Wrote {
    slot: usize,
    changed: bool,
}

impl Deciding<'_> {
    /// A row of a file of accounts.
    pub(super) fn account_row(&mut self, wanted: &mut Wanted) -> (RowOutcome, Option<Uuid>, Option<u32>) {
        let row = wanted.row;
        let Some(values) = wanted.account.take() else {
            wanted.reject("no_account_key", None);
            return (RowOutcome::Rejected, None, None);
        };
        let found = self.same_account(&values);
        if let Some(slot) = found
            && !self.accounts[slot].state.record.is_active()
        {
            return (RowOutcome::MatchesArchived, Some(self.accounts[slot].id), None);
        }
        let me = found.map(|slot| self.accounts[slot].id);
        if let Some(key) = self.taken(Entity::Account, me, &values) {
            wanted.reject(VALUE_TAKEN, Some(&key));
            return (RowOutcome::Rejected, None, None);
        }
        let source = Source::Import { id: self.import_id, row };
        match self.write_account(found, values, &source, &mut wanted.problems) {
            None => {
                wanted.reject("record_changed", None);
                (RowOutcome::Rejected, None, None)
            }
            Some(Wrote { slot, changed }) if found.is_some() => {
                self.met(self.accounts[slot].id, row, changed)
            }
            Some(Wrote { slot, .. }) => {
                let id = self.accounts[slot].id;
                self.first_here.insert(id, row);
                (RowOutcome::Created, Some(id), None)
            }
        }
    }

    /// Finds or makes the account of a contact's row and writes its values. An archived account takes neither values nor
    /// contacts.
    pub(super) fn account(
        &mut self,
        values: Values,
        source: &Source,
        problems: &mut Vec<RowProblem>,
    ) -> Option<Uuid> {
        let Source::Import { row, .. } = *source else { return None };
        let found = self.same_account(&values);
        if let Some(slot) = found {
            let account = &self.accounts[slot];
            if !account.state.record.is_active() {
                problems.push(RowProblem {
                    row,
                    code: "account_archived".into(),
                    field: Some("name".into()),
                    rejected: false,
                });
                return None;
            }
        }
        if !self.kind.writes_accounts() {
            return found.map(|slot| self.accounts[slot].id);
        }
        let Wrote { slot, .. } = self.write_account(found, values, source, problems)?;
        Some(self.accounts[slot].id)
    }

    /// Writes to an account that takes values, or makes one.
    fn write_account(
        &mut self,
        slot: Option<usize>,
        mut values: Values,
        source: &Source,
        problems: &mut Vec<RowProblem>,
    ) -> Option<Wrote> {
        let Source::Import { row, .. } = *source else { return None };
        if let Some(slot) = slot
            && !may_be_written_to(self.supplied_by, restriction_of(&self.accounts[slot].state.record))
        {
            problems.push(not_the_clients(row));
            return Some(Wrote { slot, changed: false });
        }
        self.leave_out_taken_domains(slot, &mut values, row, problems);
        let me = slot.map(|slot| self.accounts[slot].id);
        while let Some(key) = self.taken(Entity::Account, me, &values) {
            values.remove(&key);
            problems.push(RowProblem { row, code: VALUE_TAKEN.into(), field: Some(key), rejected: false });
        }
        if slot.is_none() {
            self.add_defaults(Entity::Account, &mut values);
            self.restrict(&mut values);
        }
        let write = Write { source: source.clone(), at: self.at, values };
        let wrote = match slot {
            Some(slot) => {
                let one = &mut self.accounts[slot];
                let events = one
                    .state
                    .decide(AccountCommand::Write { write, id: one.id, ancestors: vec![] })
                    .unwrap_or_default();
                let changed = events.iter().any(|event| matches!(event, AccountEvent::AccountFieldsChanged { changes, .. } if !changes.is_empty()));
                one.apply(events);
                Wrote { slot, changed }
            }
            None => {
                let id = Uuid::now_v7();
                let events =
                    Account::default().decide(AccountCommand::Create { write, ancestors: vec![] }).ok()?;
                let mut one = Slot::new(id, Loaded { state: Account::default(), sequence: 0 });
                one.apply(events);
                self.accounts.push(one);
                let slot = self.accounts.len() - 1;
                self.account_slots.insert(id, slot);
                Wrote { slot, changed: true }
            }
        };
        self.index_account(wrote.slot);
        Some(wrote)
    }

    fn same_account(&mut self, values: &Values) -> Option<usize> {
        for domain in text(values, "domain").into_iter().chain(alternates(values)) {
            if let Some(slot) = self.account_by_domain.get(domain) {
                return Some(*slot);
            }
            if let Some(id) = self.known.domain_owner(domain) {
                return self.account_slot(id);
            }
        }
        // Name and country only count where a domain is missing on one side.
        let row_has_domain = values.get("domain").is_some_and(|candidate| !candidate.derived);
        self.accounts_called(&name_country(values)?)
            .into_iter()
            .find(|slot| !(row_has_domain && self.accounts[*slot].state.record.text("domain").is_some()))
    }

    /// Oldest first, so that it makes no difference where a chunk ends.
    fn accounts_called(&mut self, name: &Key) -> Vec<usize> {
        let before = self.known.owners(name);
        let mut slots: Vec<usize> = before.into_iter().filter_map(|id| self.account_slot(id)).collect();
        for slot in self.account_by_name.get(&name.1).into_iter().flatten() {
            if !slots.contains(slot) {
                slots.push(*slot);
            }
        }
        slots
    }

    /// A domain of another account is left out with a warning rather than failing the chunk on its claim.
    fn leave_out_taken_domains(
        &mut self,
        slot: Option<usize>,
        values: &mut Values,
        row: u32,
        problems: &mut Vec<RowProblem>,
    ) {
        let me = slot.map(|slot| self.accounts[slot].id);
        let owner = |domain: &str| {
            self.account_by_domain
                .get(domain)
                .map(|slot| self.accounts[*slot].id)
                .or_else(|| self.known.domain_owner(domain))
        };
        let taken = |domain: &str| owner(domain).is_some_and(|owner| Some(owner) != me);
        if text(values, "domain").is_some_and(taken) {
            values.remove("domain");
            problems.push(RowProblem {
                row,
                code: "domain_taken".into(),
                field: Some("domain".into()),
                rejected: false,
            });
        }
        if alternates(values).any(taken) {
            values.remove("alternate_domains");
            problems.push(RowProblem {
                row,
                code: "domain_taken".into(),
                field: Some("alternate_domains".into()),
                rejected: false,
            });
        }
    }

    fn account_slot(&mut self, id: Uuid) -> Option<usize> {
        if let Some(slot) = self.account_slots.get(&id) {
            return Some(*slot);
        }
        let loaded = self.known.accounts.get(&id).filter(|loaded| loaded.exists())?.clone();
        self.accounts.push(Slot::new(id, loaded));
        self.account_slots.insert(id, self.accounts.len() - 1);
        self.index_account(self.accounts.len() - 1);
        Some(self.accounts.len() - 1)
    }

    fn index_account(&mut self, slot: usize) {
        let account = &self.accounts[slot].state;
        for (_, domain) in pivotal_domain::audience::accounts::keys::claims(account) {
            self.account_by_domain.insert(domain, slot);
        }
        for (_, name) in pivotal_domain::audience::accounts::keys::match_keys(account) {
            let called = self.account_by_name.entry(name).or_default();
            if !called.contains(&slot) {
                called.push(slot);
            }
        }
        let slot = &self.accounts[slot];
        let claims = self.known.custom.of(Entity::Account).claims(Entity::Account, &slot.state.record);
        self.unique_here.extend(claims.into_iter().map(|key| (key, slot.id)));
    }
}
