//! What a decided chunk comes to, row by row, for the lists of a preview.

use std::collections::{BTreeMap, HashMap};

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::{AccountLink, ContactEvent};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::imports::facts::RowProblem;
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::imports::mapping::MappedEntity;
use pivotal_domain::audience::record::change::{FieldChange, KeptRule, KeptValue};
use pivotal_domain::audience::record::source::Source;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::lists::List;
use super::overlay::Overlay;
use crate::audience::imports::chunk::Slot;
use crate::audience::imports::chunk::decided::Decided;

/// A row as the preview tells of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PreviewRow {
    /// As a spreadsheet counts it.
    pub row: u32,
    /// What `record` and `changes` are of.
    pub entity: MappedEntity,
    /// The record that exists already; none where the run would make it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub into: Option<u32>,
    /// Who or what it is, for a person: a name, or an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changes: BTreeMap<String, FieldChange>,
    /// Values of the row that would lose.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub kept: BTreeMap<String, Kept>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<RowProblem>,
}

/// A value of the row that would lose, and the one that stays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    pub candidate: FieldValue,
    pub rule: KeptRule,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stays: Option<FieldValue>,
}

#[derive(Debug, Default)]
struct Told {
    changes: BTreeMap<String, FieldChange>,
    kept: BTreeMap<String, Kept>,
}

/// Every row of the chunk with the lists it stands in. `overlay` holds the chunk already.
pub fn rows(kind: ImportKind, decided: &Decided, overlay: &Overlay) -> Vec<(List, PreviewRow)> {
    let mut told = match kind {
        ImportKind::Accounts => of_accounts(&decided.accounts),
        ImportKind::Contacts | ImportKind::Both => of_contacts(&decided.contacts, &decided.accounts),
    };
    let mut problems: HashMap<u32, Vec<RowProblem>> = HashMap::new();
    for problem in &decided.chunk.problems {
        problems.entry(problem.row).or_default().push(problem.clone());
    }
    let names = names(kind, decided);
    let mut rows = Vec::new();
    for record in &decided.chunk.records {
        let Some(list) = List::of(record.outcome) else { continue };
        let Told { changes, kept } = told.remove(&record.row).unwrap_or_default();
        let exists = |id: &Uuid| !overlay.is_new(kind.counts(), *id);
        let row = PreviewRow {
            row: record.row,
            entity: kind.counts(),
            record: record.record.filter(exists),
            into: record.into,
            name: record.record.and_then(|id| names.get(&id).cloned()),
            changes,
            kept,
            problems: problems.remove(&record.row).unwrap_or_default(),
        };
        if list != List::Rejected && row.problems.iter().any(|problem| !problem.rejected) {
            rows.push((List::Warnings, row.clone()));
        }
        rows.push((list, row));
    }
    if kind != ImportKind::Accounts {
        rows.extend(decided.accounts.iter().filter_map(|slot| on_the_side(slot, overlay)));
    }
    rows
}

fn names(kind: ImportKind, decided: &Decided) -> HashMap<Uuid, String> {
    let account = |slot: &Slot<Account>| Some((slot.id, name(&slot.state, &["name", "domain"])?));
    let contact = |slot: &Slot<Contact>| {
        let record = &slot.state.record;
        let text = ["full_name", "email", "linkedin_url"].iter().find_map(|key| record.text(key));
        Some((slot.id, text?.to_owned()))
    };
    match kind {
        ImportKind::Accounts => decided.accounts.iter().filter_map(account).collect(),
        ImportKind::Contacts | ImportKind::Both => decided.contacts.iter().filter_map(contact).collect(),
    }
}

fn name(account: &Account, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| account.record.text(key)).map(str::to_owned)
}

/// An account that the chunk makes or changes beside the contacts that are counted; it stands at the first of its rows.
fn on_the_side(slot: &Slot<Account>, overlay: &Overlay) -> Option<(List, PreviewRow)> {
    let list = match (slot.is_new(), slot.is_changed()) {
        (true, _) => List::AccountsCreated,
        (false, true) => List::AccountsUpdated,
        (false, false) => return None,
    };
    let all = of_accounts(std::slice::from_ref(slot));
    let row = *all.keys().next()?;
    let mut row = PreviewRow {
        row,
        entity: MappedEntity::Account,
        record: Some(slot.id).filter(|id| !overlay.is_new(MappedEntity::Account, *id)),
        into: None,
        name: name(&slot.state, &["name", "domain"]),
        changes: BTreeMap::new(),
        kept: BTreeMap::new(),
        problems: Vec::new(),
    };
    for told in all.into_values() {
        for (field, change) in told.changes {
            // Two rows may change it one after the other: old of the first, new of the last.
            let old = row.changes.get(&field).map_or(change.old, |before| before.old.clone());
            row.changes.insert(field, FieldChange { old, new: change.new });
        }
        row.kept.extend(told.kept);
    }
    Some((list, row))
}

fn of_accounts(slots: &[Slot<Account>]) -> BTreeMap<u32, Told> {
    let mut told: BTreeMap<u32, Told> = BTreeMap::new();
    for slot in slots {
        for event in &slot.events {
            match event {
                AccountEvent::AccountCreated { source, fields, .. } => created(&mut told, source, fields),
                AccountEvent::AccountFieldsChanged { source, changes, kept, .. } => {
                    let stays = |key: &str| slot.state.record.value(key).cloned();
                    changed(&mut told, source, changes, kept, stays);
                }
                AccountEvent::AccountArchived { .. }
                | AccountEvent::AccountRestored { .. }
                | AccountEvent::AccountMerged { .. }
                | AccountEvent::AccountMergedInto { .. }
                | AccountEvent::AccountUnmerged { .. } => {}
            }
        }
    }
    told
}

fn of_contacts(slots: &[Slot<Contact>], accounts: &[Slot<Account>]) -> BTreeMap<u32, Told> {
    let mut told: BTreeMap<u32, Told> = BTreeMap::new();
    let called = |link: &AccountLink| {
        let account = accounts.iter().find(|slot| slot.id == link.account_id);
        let name = account.and_then(|slot| name(&slot.state, &["name", "domain"]));
        Some(FieldValue::Text(name.unwrap_or_else(|| link.account_id.to_string())))
    };
    for slot in slots {
        for event in &slot.events {
            match event {
                ContactEvent::ContactCreated { source, fields, account, .. } => {
                    created(&mut told, source, fields);
                    if let Some(link) = account {
                        linked(&mut told, source, None, called(link));
                    }
                }
                ContactEvent::ContactFieldsChanged { source, changes, kept, .. } => {
                    let stays = |key: &str| slot.state.record.value(key).cloned();
                    changed(&mut told, source, changes, kept, stays);
                }
                ContactEvent::ContactAccountLinked { source, account, previous, .. } => {
                    let old = previous.as_ref().and_then(called);
                    linked(&mut told, source, old, called(account));
                }
                ContactEvent::ContactAccountUnlinked { .. }
                | ContactEvent::ContactArchived { .. }
                | ContactEvent::ContactRestored { .. }
                | ContactEvent::ContactErased { .. }
                | ContactEvent::ContactMerged { .. }
                | ContactEvent::ContactMergedInto { .. }
                | ContactEvent::ContactUnmerged { .. } => {}
            }
        }
    }
    told
}

fn at<'a>(told: &'a mut BTreeMap<u32, Told>, source: &Source) -> Option<&'a mut Told> {
    match source {
        Source::Import { row, .. } => Some(told.entry(*row).or_default()),
        _ => None,
    }
}

fn created(told: &mut BTreeMap<u32, Told>, source: &Source, fields: &BTreeMap<String, FieldValue>) {
    let Some(told) = at(told, source) else { return };
    let new = |value: &FieldValue| FieldChange { old: None, new: Some(value.clone()) };
    told.changes.extend(fields.iter().map(|(key, value)| (key.clone(), new(value))));
}

fn changed(
    told: &mut BTreeMap<u32, Told>,
    source: &Source,
    changes: &BTreeMap<String, FieldChange>,
    kept: &BTreeMap<String, KeptValue>,
    stays: impl Fn(&str) -> Option<FieldValue>,
) {
    let Some(told) = at(told, source) else { return };
    told.changes.extend(changes.iter().map(|(key, change)| (key.clone(), change.clone())));
    told.kept.extend(kept.iter().map(|(key, kept)| {
        let kept = Kept { candidate: kept.candidate.clone(), rule: kept.rule, stays: stays(key) };
        (key.clone(), kept)
    }));
}

fn linked(told: &mut BTreeMap<u32, Told>, source: &Source, old: Option<FieldValue>, new: Option<FieldValue>) {
    if let Some(told) = at(told, source) {
        told.changes.insert("account".to_owned(), FieldChange { old, new });
    }
}
