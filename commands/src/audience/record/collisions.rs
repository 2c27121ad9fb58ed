//! Two people on one record: who changes what another changed meanwhile is told so instead of overwriting it unseen.
//! Different fields do not disturb each other.

use std::collections::BTreeMap;
use std::future::Future;

use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::catalogue::{Entity, custom_name, field};
use pivotal_domain::audience::record::change::FieldChange;
use pivotal_domain::audience::record::write::Candidate;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::event_log::Loaded;
use pivotal_log::reader::{keys_for, read_record};
use uuid::Uuid;

use crate::context::Context;
use crate::error::{CommandError, Rejection};

/// A change of somebody else may come between the check and the append this often before we give up.
const STARTS: usize = 5;

/// An event of a record that may say how fields changed.
pub trait ChangesFields: LoggedEvent {
    const ENTITY: Entity;

    /// What changed, when this is such an event.
    fn into_changes(self) -> Option<BTreeMap<String, FieldChange>>;
}

impl ChangesFields for ContactEvent {
    const ENTITY: Entity = Entity::Contact;

    fn into_changes(self) -> Option<BTreeMap<String, FieldChange>> {
        match self {
            ContactEvent::ContactFieldsChanged { changes, .. } => Some(changes),
            ContactEvent::ContactCreated { .. }
            | ContactEvent::ContactAccountLinked { .. }
            | ContactEvent::ContactAccountUnlinked { .. }
            | ContactEvent::ContactArchived { .. }
            | ContactEvent::ContactRestored { .. }
            | ContactEvent::ContactErased { .. }
            | ContactEvent::ContactMerged { .. }
            | ContactEvent::ContactMergedInto { .. }
            | ContactEvent::ContactUnmerged { .. } => None,
        }
    }
}

impl ChangesFields for AccountEvent {
    const ENTITY: Entity = Entity::Account;

    fn into_changes(self) -> Option<BTreeMap<String, FieldChange>> {
        match self {
            AccountEvent::AccountFieldsChanged { changes, .. } => Some(changes),
            AccountEvent::AccountCreated { .. }
            | AccountEvent::AccountArchived { .. }
            | AccountEvent::AccountRestored { .. }
            | AccountEvent::AccountMerged { .. }
            | AccountEvent::AccountMergedInto { .. }
            | AccountEvent::AccountUnmerged { .. } => None,
        }
    }
}

/// Which of the wanted values meet somebody else's, as the log was when it was asked.
#[derive(Debug)]
pub struct Collisions {
    /// Up to which event of the record; `None` when the caller did not say what they were looking at.
    checked: Option<i64>,
    found: Vec<Rejection>,
}

impl Collisions {
    /// Compares `values` with what was changed after the version `expected`. `current` is the version as last loaded.
    pub async fn find<E: ChangesFields>(
        ctx: &Context,
        id: Uuid,
        expected: Option<i64>,
        current: i64,
        values: &BTreeMap<String, Candidate>,
    ) -> Result<Self, CommandError> {
        let Some(seen) = expected.filter(|seen| *seen < current) else {
            return Ok(Collisions { checked: expected.map(|_| current), found: Vec::new() });
        };
        let mut entries = read_record(&ctx.log.pools.write, E::AGGREGATE, id).await?;
        entries.retain(|entry| entry.sequence > seen);
        let keys = keys_for(&ctx.log.keys, &entries).await?;
        let mut changed: BTreeMap<String, FieldChange> = BTreeMap::new();
        for entry in &entries {
            for (key, change) in
                entry.event::<E>(&keys, ctx.log.upcasters())?.into_changes().unwrap_or_default()
            {
                // From what the person saw to what is there now, whatever was in between.
                match changed.get_mut(&key) {
                    Some(earlier) => earlier.new = change.new,
                    None => drop(changed.insert(key, change)),
                }
            }
        }
        Ok(Collisions {
            checked: Some(entries.last().map_or(current, |entry| entry.sequence)),
            found: changed
                .iter()
                .filter(|(_, change)| change.old != change.new)
                .filter(|(key, change)| values.get(*key).is_some_and(|wanted| wanted.value != change.new))
                .map(|(key, _)| refusal(E::ENTITY, key))
                .collect(),
        })
    }

    /// Inside the decision. A conflict when the record moved on since it was compared: then nothing is known about the
    /// newest change, and the whole use case starts over.
    pub fn refuse<A>(&self, loaded: &Loaded<A>) -> Result<(), CommandError> {
        if self.checked.is_some_and(|checked| checked != loaded.sequence) {
            return Err(CommandError::Conflict);
        }
        if self.found.is_empty() { Ok(()) } else { Err(CommandError::Rejected(self.found.clone())) }
    }
}

/// Runs a use case that compares before it decides, again from its beginning when the record moved on in between.
/// Without an expected version nothing is compared, and what retries there are is up to the append.
pub async fn starting_over<T, F>(expected: Option<i64>, start: impl Fn() -> F) -> Result<T, CommandError>
where
    F: Future<Output = Result<T, CommandError>>,
{
    let again = if expected.is_some() { STARTS - 1 } else { 0 };
    for _ in 0..again {
        match start().await {
            Err(CommandError::Conflict) => continue,
            done => return done,
        }
    }
    start().await
}

fn refusal(entity: Entity, key: &str) -> Rejection {
    let label = field(entity, key).map(|def| def.label).or_else(|| custom_name(key)).unwrap_or(key);
    Rejection::of_field(
        key,
        "CHANGED_MEANWHILE",
        format!(
            "Somebody else changed {label} while you were editing. Nothing was saved; look at the new value and decide."
        ),
    )
}

#[cfg(test)]
mod tests;
