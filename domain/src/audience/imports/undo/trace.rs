//! What an import did to a record, and what others did to it since: read off its events, one after the other.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{Around, Conflict, Reason};
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::{FieldChange, WriteRule};
use crate::audience::record::source::Source;
use crate::audience::record::state::{Held, RecordState};
use crate::audience::record::write::Candidate;

#[derive(Debug, Clone, Default)]
pub struct Trace {
    import: Uuid,
    pub made_here: bool,
    /// The import touched it.
    pub seen: bool,
    /// Somebody else touched it since.
    pub others: bool,
    /// Each field the import wrote: what was there before, and what the import left.
    fields: BTreeMap<String, Wrote>,
}

#[derive(Debug, Clone, Default)]
struct Wrote {
    before: Option<Held>,
    left: Option<FieldValue>,
    /// Somebody else changed it since.
    moved: bool,
}

/// Values that go back, by the rank of the source they came from at the time: what a person typed is again what a person
/// typed, and what a file said gives way to the next file.
pub type Reverts = BTreeMap<u8, BTreeMap<String, Candidate>>;

impl Trace {
    pub fn new(import: Uuid) -> Self {
        Trace { import, ..Trace::default() }
    }

    /// An event of the import itself?
    pub fn is_ours(&self, source: &Source) -> bool {
        source.import() == Some(self.import)
    }

    /// What takes the import back is no touch of anybody's.
    fn takes_back(&self, source: &Source) -> bool {
        matches!(source, Source::ImportUndo { import, .. } if *import == self.import)
    }

    pub fn created(&mut self, source: &Source) {
        if self.is_ours(source) {
            self.made_here = true;
            self.seen = true;
        }
    }

    /// Before the event is applied.
    pub fn changed(
        &mut self,
        before: &RecordState,
        source: &Source,
        changes: &BTreeMap<String, FieldChange>,
    ) {
        if self.is_ours(source) {
            self.seen = true;
            for (key, change) in changes {
                let was = || Wrote { before: before.fields.get(key).cloned(), ..Wrote::default() };
                let wrote = self.fields.entry(key.clone()).or_insert_with(was);
                wrote.left.clone_from(&change.new);
                wrote.moved = false;
            }
        } else if !self.takes_back(source) && self.seen && !changes.is_empty() {
            self.others = true;
            for key in changes.keys() {
                if let Some(wrote) = self.fields.get_mut(key) {
                    wrote.moved = true;
                }
            }
        }
    }

    /// Anything else that happened to the record.
    pub fn touched(&mut self, source: &Source) {
        // The system follows what others did; it has no mind of its own.
        let own_mind = !matches!(source, Source::System);
        self.others |= self.seen && own_mind && !self.is_ours(source) && !self.takes_back(source);
    }

    /// What keeps a record that the import made from being archived.
    pub fn against_archiving(&self, around: Around) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        if self.others {
            conflicts.push(Conflict::of(Reason::ChangedSince));
        }
        if around.activity {
            conflicts.push(Conflict::of(Reason::ActivitySince));
        }
        if around.chosen { Vec::new() } else { conflicts }
    }

    /// Values to restore, and what is left because somebody changed it.
    pub fn reverts(&self, now: &RecordState, chosen: bool) -> (Reverts, Vec<Conflict>) {
        let (mut reverts, mut conflicts) = (Reverts::new(), Vec::new());
        for (key, wrote) in &self.fields {
            let (current, old) = (now.value(key), wrote.before.as_ref().map(|held| &held.value));
            if current == old {
                continue;
            }
            if (wrote.moved || current != wrote.left.as_ref()) && !chosen {
                conflicts.push(Conflict { field: Some(key.clone()), reason: Reason::ChangedSince });
                continue;
            }
            let (rank, candidate) = match &wrote.before {
                Some(held) => {
                    let value = Some(held.value.clone());
                    (held.rank, Candidate { value, rule: WriteRule::Overwrite, derived: held.derived })
                }
                None => (0, Candidate::cleared()),
            };
            reverts.entry(rank).or_default().insert(key.clone(), candidate);
        }
        (reverts, conflicts)
    }
}

/// What the reverts change, for whoever looks before they leap.
pub(super) fn told(now: &RecordState, reverts: &Reverts) -> BTreeMap<String, FieldChange> {
    let changes = reverts.values().flatten().map(|(key, candidate)| {
        let change = FieldChange { old: now.value(key).cloned(), new: candidate.value.clone() };
        (key.clone(), change)
    });
    changes.collect()
}
