//! Merging contacts.

use super::error::MergeError;
use super::values::{Side, settle};
use super::{Group, Merged, Part, Stamp, check};
use crate::audience::contacts::Contact;
use crate::audience::contacts::command::ContactCommand;
use crate::audience::contacts::events::{AccountLink, ContactEvent};
use crate::audience::fields::catalogue::Entity;
use crate::audience::record::further::go_on;
use crate::audience::record::write::Write;

const ACCOUNT: &str = "account";

/// `parts`: the survivor first, then those that become part of it.
pub fn merge(
    group: &Group,
    parts: &[Part<'_, Contact>],
    stamp: &Stamp,
) -> Result<Merged<ContactEvent>, MergeError> {
    let records: Vec<_> = parts.iter().map(|part| (part.id, part.version, &part.state.record)).collect();
    check(Entity::Contact, group, &records)?;
    let Some((survivor, absorbed)) = parts.split_first() else { return Err(MergeError::TooFew) };
    let sides: Vec<Side<'_>> =
        parts.iter().map(|part| Side { id: part.id, record: &part.state.record }).collect();
    let values = settle(Entity::Contact, &sides, group)?;
    let (source, at) = (stamp.source(), stamp.at);
    let mut from = values.from;
    let link = account(group, parts);
    if link.map(|(_, link)| link) != Some(survivor.state.account)
        && let Some((id, _)) = link
    {
        from.insert(ACCOUNT.to_owned(), id);
    }
    let mut survives = Deciding { state: survivor.state.clone(), events: Vec::new() };
    let ids = absorbed.iter().map(|part| part.id).collect();
    survives.decide(ContactCommand::Absorb { source: source.clone(), at, absorbed: ids, values: from })?;
    // The link first: with an account, a name alone identifies.
    match link {
        Some((_, Some(to))) => {
            survives.decide(ContactCommand::MoveToAccount { source: source.clone(), at, to })?
        }
        Some((_, None)) => survives.decide(ContactCommand::UnlinkAccount { source: source.clone(), at })?,
        None => {}
    }
    for (rank, values) in values.writes {
        survives.decide(ContactCommand::Write(Write { source: stamp.of_rank(rank), at, values }))?;
    }
    if !values.kept.is_empty() {
        survives.events.push(ContactEvent::ContactFieldsChanged {
            source: stamp.of_rank(0),
            at,
            changes: Default::default(),
            derived: Vec::new(),
            kept: values.kept,
        });
    }
    let absorbed = absorbed.iter().map(|part| {
        let command = ContactCommand::MergeInto { source: source.clone(), at, survivor: survivor.id };
        Ok((part.id, part.state.decide(command)?))
    });
    Ok(Merged { survivor: survives.events, absorbed: absorbed.collect::<Result<_, MergeError>>()? })
}

/// Whose account it is, chosen by hand or the first that has one. None: nobody has any.
fn account(group: &Group, parts: &[Part<'_, Contact>]) -> Option<(uuid::Uuid, Option<AccountLink>)> {
    if let Some(chosen) = group.fields.get(ACCOUNT) {
        return parts.iter().find(|part| part.id == *chosen).map(|part| (part.id, part.state.account));
    }
    parts.iter().find_map(|part| Some((part.id, Some(part.state.account?))))
}

struct Deciding {
    state: Contact,
    events: Vec<ContactEvent>,
}

impl Deciding {
    fn decide(&mut self, command: ContactCommand) -> Result<(), MergeError> {
        let decided = self.state.decide(command)?;
        go_on(&mut self.state, &mut self.events, decided);
        Ok(())
    }
}
