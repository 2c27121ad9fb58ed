//! Merging accounts, and moving what pointed at those that go.

use uuid::Uuid;

use super::error::MergeError;
use super::values::{Side, settle};
use super::{Group, Merged, Part, Stamp, check};
use crate::audience::accounts::Account;
use crate::audience::accounts::command::AccountCommand;
use crate::audience::accounts::events::AccountEvent;
use crate::audience::contacts::Contact;
use crate::audience::contacts::command::ContactCommand;
use crate::audience::contacts::events::{AccountLink, ContactEvent};
use crate::audience::fields::catalogue::Entity;
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::WriteRule;
use crate::audience::record::further::go_on;
use crate::audience::record::write::{Candidate, Write};

const PARENT: &str = "parent";

/// The account above the survivor in the end: chosen by hand, its own, or another's. Never one of those that are merged: what
/// stood above that one is above them all.
pub fn parent(group: &Group, parts: &[Part<'_, Account>]) -> Option<Uuid> {
    let of = |part: &Part<'_, Account>| part.state.record.text(PARENT).and_then(|id| id.parse::<Uuid>().ok());
    let outside = |id: &Uuid| !parts.iter().any(|part| part.id == *id);
    match group.fields.get(PARENT) {
        Some(chosen) => parts.iter().find(|part| part.id == *chosen).and_then(of).filter(outside),
        None => parts.iter().filter_map(of).find(outside),
    }
}

/// `parts`: the survivor first. `ancestors`: of [`parent`], itself first. `children`: accounts right below those that go.
pub fn merge(
    group: &Group,
    parts: &[Part<'_, Account>],
    (ancestors, children): (&[Uuid], &[Uuid]),
    stamp: &Stamp,
) -> Result<Merged<AccountEvent>, MergeError> {
    let records: Vec<_> = parts.iter().map(|part| (part.id, part.version, &part.state.record)).collect();
    check(Entity::Account, group, &records)?;
    let Some((survivor, absorbed)) = parts.split_first() else { return Err(MergeError::TooFew) };
    let is_part = |id: &Uuid| parts.iter().any(|part| part.id == *id);
    let moves = |id: &Uuid| children.contains(id);
    let circles = ancestors.iter().any(|above| is_part(above) || moves(above));
    // A parent that only one of those that go had, and that stands below the survivor, is no loss.
    let inherits = !group.fields.contains_key(PARENT) && survivor.state.record.text(PARENT).is_none();
    if circles && !inherits {
        return Err(MergeError::ParentCycle);
    }
    let ancestors = if circles { &[] } else { ancestors };
    let sides: Vec<Side<'_>> =
        parts.iter().map(|part| Side { id: part.id, record: &part.state.record }).collect();
    let mut values = settle(Entity::Account, &sides, group)?;
    let above = if circles { None } else { parent(group, parts) };
    let held = survivor.state.record.text(PARENT).and_then(|id| id.parse::<Uuid>().ok());
    if above != held {
        let candidate = match above {
            Some(id) => Candidate::given(FieldValue::Text(id.to_string()), WriteRule::Overwrite),
            None => Candidate::cleared(),
        };
        values.writes.entry(100).or_default().insert(PARENT.to_owned(), candidate);
    }
    let (source, at) = (stamp.source(), stamp.at);
    let mut survives = Deciding { state: survivor.state.clone(), events: Vec::new() };
    survives.decide(AccountCommand::Absorb {
        source: source.clone(),
        at,
        absorbed: absorbed.iter().map(|part| part.id).collect(),
        values: values.from,
    })?;
    for (rank, values) in values.writes {
        let write = Write { source: stamp.of_rank(rank), at, values };
        survives.decide(AccountCommand::Write { write, id: survivor.id, ancestors: ancestors.to_vec() })?;
    }
    if !values.kept.is_empty() {
        survives.events.push(AccountEvent::AccountFieldsChanged {
            source: stamp.of_rank(0),
            at,
            changes: Default::default(),
            derived: Vec::new(),
            kept: values.kept,
        });
    }
    let absorbed = absorbed.iter().map(|part| {
        let command = AccountCommand::MergeInto { source: source.clone(), at, survivor: survivor.id };
        Ok((part.id, part.state.decide(command)?))
    });
    Ok(Merged { survivor: survives.events, absorbed: absorbed.collect::<Result<_, MergeError>>()? })
}

/// A contact of an account that goes.
pub fn move_contact(group: &Group, contact: &Contact, stamp: &Stamp) -> Vec<ContactEvent> {
    let Some(link) = contact.account.filter(|link| group.absorbed.contains(&link.account_id)) else {
        return Vec::new();
    };
    let to = AccountLink { account_id: group.survivor, ..link };
    let command = ContactCommand::MoveToAccount { source: stamp.source(), at: stamp.at, to };
    // One that is archived keeps its link; the account it names leads to the survivor.
    contact.decide(command).unwrap_or_default()
}

/// An account right below one that goes.
pub fn move_child(group: &Group, id: Uuid, account: &Account, stamp: &Stamp) -> Vec<AccountEvent> {
    let Some(held) = account.record.fields.get(PARENT) else { return Vec::new() };
    let below = held.value.as_text().and_then(|id| id.parse().ok());
    if !below.is_some_and(|below: Uuid| group.absorbed.contains(&below))
        || group.members().any(|member| member == id)
    {
        return Vec::new();
    }
    let survivor = FieldValue::Text(group.survivor.to_string());
    let values = [(PARENT.to_owned(), Candidate::given(survivor, WriteRule::Overwrite))];
    let write = Write { source: stamp.of_rank(held.rank), at: stamp.at, values: values.into() };
    account.decide(AccountCommand::Write { write, id, ancestors: Vec::new() }).unwrap_or_default()
}

struct Deciding {
    state: Account,
    events: Vec<AccountEvent>,
}

impl Deciding {
    fn decide(&mut self, command: AccountCommand) -> Result<(), MergeError> {
        let decided = self.state.decide(command)?;
        go_on(&mut self.state, &mut self.events, decided);
        Ok(())
    }
}
