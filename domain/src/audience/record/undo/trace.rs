//! What a piece of work did to a record, and what others did to it since: read off its events, one after the other.

use std::collections::BTreeMap;

use super::origin::Origin;
use super::{Around, Conflict, Reason, UndoOutcome, Undone};
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::{FieldChange, WriteRule};
use crate::audience::record::source::Source;
use crate::audience::record::state::{Held, RecordState, Standing};
use crate::audience::record::write::Candidate;

#[derive(Debug, Clone)]
pub struct Trace {
    origin: Origin,
    pub made_here: bool,
    /// The work touched it.
    pub seen: bool,
    /// Somebody else touched it since.
    pub others: bool,
    /// Each field the work wrote: what was there before, and what the work left.
    fields: BTreeMap<String, Wrote>,
    stood: Option<Stood>,
}

#[derive(Debug, Clone, Default)]
struct Wrote {
    before: Option<Held>,
    left: Option<FieldValue>,
    /// Somebody else changed it since.
    moved: bool,
}

/// The work archived or restored it.
#[derive(Debug, Clone)]
struct Stood {
    before: Standing,
    left: Standing,
    /// Somebody else archived or restored it since.
    moved: bool,
}

/// What is to become of a record's standing.
#[derive(Debug, Clone, PartialEq)]
pub enum Stands {
    AsItIs,
    Back(Standing),
    Kept(Vec<Conflict>),
}

/// Values that go back, by the rank of the source they came from at the time: what a person typed is again what a person
/// typed, and what a file said gives way to the next file.
pub type Reverts = BTreeMap<u8, BTreeMap<String, Candidate>>;

impl Trace {
    pub fn new(origin: Origin) -> Self {
        Trace { origin, made_here: false, seen: false, others: false, fields: BTreeMap::new(), stood: None }
    }

    /// An event of the work itself?
    pub fn is_ours(&self, source: &Source) -> bool {
        self.origin.did(source)
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
        } else if !self.origin.took_back(source) && self.seen && !changes.is_empty() {
            self.others = true;
            for key in changes.keys() {
                if let Some(wrote) = self.fields.get_mut(key) {
                    wrote.moved = true;
                }
            }
        }
    }

    /// Others were merged into it.
    pub fn merged(&mut self, source: &Source) {
        if self.is_ours(source) {
            self.seen = true;
        } else {
            self.touched(source);
        }
    }

    /// Anything else that happened to the record.
    pub fn touched(&mut self, source: &Source) {
        self.others |= self.seen && self.is_of_others(source);
    }

    /// It was archived or restored. Before the event is applied.
    pub fn stands(&mut self, before: &RecordState, source: &Source, left: Standing) {
        if self.is_ours(source) {
            self.seen = true;
            let first = self.stood.take().map_or_else(|| before.standing.clone(), |stood| stood.before);
            self.stood = Some(Stood { before: first, left, moved: false });
            return;
        }
        self.touched(source);
        if self.is_of_others(source)
            && let Some(stood) = &mut self.stood
        {
            stood.moved = true;
        }
    }

    /// The system follows what others did; it has no mind of its own.
    fn is_of_others(&self, source: &Source) -> bool {
        !matches!(source, Source::System) && !self.is_ours(source) && !self.origin.took_back(source)
    }

    /// Whether what the work archived is restored, or the other way round.
    pub fn standing(&self, now: &RecordState, around: Around) -> Stands {
        let Some(stood) = &self.stood else { return Stands::AsItIs };
        if now.standing == stood.before {
            return Stands::AsItIs;
        }
        if (stood.moved || now.standing != stood.left) && !around.chosen {
            return Stands::Kept(vec![Conflict::of(Reason::ChangedSince)]);
        }
        match (&stood.before, self.against_archiving(around)) {
            (Standing::Archived, conflicts) if !conflicts.is_empty() => Stands::Kept(conflicts),
            (before, _) => Stands::Back(before.clone()),
        }
    }

    /// A record that the work made goes to the archive, unless others have use for it.
    pub fn archive<E>(
        &self,
        now: &RecordState,
        around: Around,
        archived: impl FnOnce() -> Vec<E>,
    ) -> Undone<E> {
        if now.standing == Standing::Archived {
            return Undone::plain(UndoOutcome::Nothing);
        }
        let conflicts = self.against_archiving(around);
        if !conflicts.is_empty() {
            return Undone::kept(conflicts);
        }
        Undone { events: archived(), ..Undone::plain(UndoOutcome::Archived) }
    }

    /// What keeps a record from being archived.
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
                    (
                        held.rank,
                        Candidate { value, rule: WriteRule::Overwrite, derived: held.derived, order: None },
                    )
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
