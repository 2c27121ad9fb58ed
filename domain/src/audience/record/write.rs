//! Survivorship: which of two values stays, field by field.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::change::{FieldChange, KeptRule, KeptValue, WriteRule};
use super::source::Source;
use super::state::{Held, RecordState};
use crate::audience::fields::value::FieldValue;
use crate::audience::survivorship::order::Order;

/// Normalised values that somebody wants a record to have. `None` empties the field.
#[derive(Debug, Clone, PartialEq)]
pub struct Write {
    pub source: Source,
    pub at: DateTime<Utc>,
    pub values: BTreeMap<String, Candidate>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    pub value: Option<FieldValue>,
    pub rule: WriteRule,
    /// Worked out by rules rather than given.
    pub derived: bool,
    /// In which order sources count for this field; `None`: as they do by themselves.
    pub order: Option<Arc<Order>>,
}

impl Candidate {
    pub fn given(value: FieldValue, rule: WriteRule) -> Self {
        Candidate { value: Some(value), rule, derived: false, order: None }
    }

    pub fn ordered(self, order: Option<Arc<Order>>) -> Self {
        Candidate { order, ..self }
    }

    pub fn derived(value: FieldValue) -> Self {
        Candidate { value: Some(value), rule: WriteRule::FillEmpty, derived: true, order: None }
    }

    /// What a derived value turns into when nothing leads to it any more. Given values are not touched.
    pub fn underivable() -> Self {
        Candidate { value: None, rule: WriteRule::FillEmpty, derived: true, order: None }
    }

    pub fn cleared() -> Self {
        Candidate { value: None, rule: WriteRule::Overwrite, derived: false, order: None }
    }
}

/// What a write comes to on a given state.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome {
    pub changes: BTreeMap<String, FieldChange>,
    pub derived: Vec<String>,
    pub kept: BTreeMap<String, KeptValue>,
}

impl Outcome {
    /// Nothing to record: every value is there already.
    pub fn is_nothing(&self) -> bool {
        self.changes.is_empty() && self.kept.is_empty()
    }
}

/// Takes out of a new record's values those of columns that must never write, to be kept beside it. Without `identity`
/// there would be no record to keep them beside: those values go in.
pub fn set_aside(values: &mut BTreeMap<String, Candidate>, identity: &[&str]) -> BTreeMap<String, KeptValue> {
    let aside = |key: &String, candidate: &Candidate| {
        candidate.rule == WriteRule::Never && !candidate.derived && !identity.contains(&key.as_str())
    };
    let keys: Vec<String> =
        values.iter().filter(|(key, candidate)| aside(key, candidate)).map(|(key, _)| key.clone()).collect();
    let kept = keys.into_iter().filter_map(|key| {
        let candidate = values.remove(&key)?.value.filter(|value| !value.is_empty())?;
        Some((key, KeptValue { candidate, rule: KeptRule::Never }))
    });
    kept.collect()
}

/// Resolves what is given, then what follows from it: only from values that won. A title that lost must not decide
/// about the seniority.
pub fn resolve_with_derived(
    state: &RecordState,
    write: &Write,
    derive: impl FnOnce(&mut BTreeMap<String, Candidate>, &RecordState),
) -> Outcome {
    let mut outcome = resolve(state, write);
    let mut values: BTreeMap<String, Candidate> = write
        .values
        .iter()
        .filter(|(key, _)| outcome.changes.contains_key(*key))
        .map(|(key, candidate)| (key.clone(), candidate.clone()))
        .collect();
    derive(&mut values, state);
    values.retain(|key, candidate| candidate.derived && !write.values.contains_key(key));
    let derived = resolve(state, &Write { source: write.source.clone(), at: write.at, values });
    outcome.changes.extend(derived.changes);
    outcome.derived.extend(derived.derived);
    outcome
}

/// Holds each candidate against what is there.
pub fn resolve(state: &RecordState, write: &Write) -> Outcome {
    let mut outcome = Outcome::default();
    for (key, candidate) in &write.values {
        let held = state.fields.get(key);
        let new = candidate.value.as_ref().filter(|value| !value.is_empty());
        if held.map(|held| &held.value) == new {
            continue;
        }
        match (held, new) {
            // An empty cell of a file never empties a field; only a person's explicit clearing does.
            (Some(held), None) if candidate.rule == WriteRule::Overwrite => {
                outcome.changes.insert(key.clone(), FieldChange { old: Some(held.value.clone()), new: None });
            }
            (Some(held), None) if candidate.derived && held.derived => {
                outcome.changes.insert(key.clone(), FieldChange { old: Some(held.value.clone()), new: None });
            }
            (_, None) => {}
            (None, Some(value)) if candidate.rule == WriteRule::Never => {
                note_kept(&mut outcome, state, key, value, KeptRule::Never)
            }
            (None, Some(value)) => change(&mut outcome, key, None, value, candidate.derived),
            (Some(held), Some(value)) => match loses(held, candidate, write) {
                // A derived value that does not win is no information about anybody.
                Some(_) if candidate.derived => {}
                Some(rule) => note_kept(&mut outcome, state, key, value, rule),
                None => change(&mut outcome, key, Some(held.value.clone()), value, candidate.derived),
            },
        }
    }
    outcome
}

fn loses(held: &Held, candidate: &Candidate, write: &Write) -> Option<KeptRule> {
    if held.derived {
        // A derived value follows what it is derived from, and yields to anything given.
        return (candidate.rule == WriteRule::Never).then_some(KeptRule::Never);
    }
    match candidate.rule {
        WriteRule::Overwrite => None,
        WriteRule::Never => Some(KeptRule::Never),
        WriteRule::FillEmpty => Some(KeptRule::FillEmpty),
        WriteRule::BySource => match strengths(held, candidate, write) {
            std::cmp::Ordering::Greater => None,
            std::cmp::Ordering::Less => Some(KeptRule::SourcePriority),
            std::cmp::Ordering::Equal => (write.at < held.at).then_some(KeptRule::Newer),
        },
    }
}

/// The candidate's against that of what is held.
fn strengths(held: &Held, candidate: &Candidate, write: &Write) -> std::cmp::Ordering {
    let (new, old) = (write.source.rank(), held.rank);
    match &candidate.order {
        Some(order) => order.strength(new).cmp(&order.strength(old)),
        None => new.cmp(&old),
    }
}

fn change(outcome: &mut Outcome, key: &str, old: Option<FieldValue>, new: &FieldValue, derived: bool) {
    if derived {
        outcome.derived.push(key.to_owned());
    }
    outcome.changes.insert(key.to_owned(), FieldChange { old, new: Some(new.clone()) });
}

fn note_kept(outcome: &mut Outcome, state: &RecordState, key: &str, candidate: &FieldValue, rule: KeptRule) {
    if state.kept.get(key) != Some(candidate) {
        outcome.kept.insert(key.to_owned(), KeptValue { candidate: candidate.clone(), rule });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    fn at(day: u32) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 3, day, 9, 0, 0).unwrap()
    }

    fn state(source: Source, day: u32, value: &str) -> RecordState {
        let mut state = RecordState::default();
        state.created(&source, at(day), BTreeMap::from([("job_title".to_owned(), value.into())]), &[]);
        state
    }

    fn write(source: Source, day: u32, value: &str, rule: WriteRule) -> Write {
        Write {
            source,
            at: at(day),
            values: BTreeMap::from([("job_title".to_owned(), Candidate::given(value.into(), rule))]),
        }
    }

    fn import() -> Source {
        Source::Import { id: uuid::Uuid::nil(), row: 2 }
    }

    #[test]
    fn what_a_person_typed_outranks_a_file_and_the_files_value_is_kept_beside_it() {
        let outcome = resolve(
            &state(Source::Ui, 1, "VP Operations"),
            &write(import(), 9, "Head of Ops", WriteRule::BySource),
        );
        assert!(outcome.changes.is_empty());
        assert_eq!(
            outcome.kept["job_title"],
            KeptValue { candidate: "Head of Ops".into(), rule: KeptRule::SourcePriority }
        );
    }

    #[test]
    fn among_equal_sources_the_newer_value_wins() {
        assert_eq!(
            resolve(&state(import(), 1, "a"), &write(import(), 2, "b", WriteRule::BySource)).changes.len(),
            1
        );
        assert_eq!(resolve(&state(import(), 3, "a"), &write(import(), 2, "b", WriteRule::BySource)).kept["job_title"].rule, KeptRule::Newer);
    }

    #[test]
    fn the_same_value_again_is_nothing() {
        assert!(
            resolve(&state(import(), 1, "a"), &write(Source::Ui, 2, "a", WriteRule::Overwrite)).is_nothing()
        );
    }

    #[test]
    fn the_same_losing_candidate_is_recorded_once() {
        let mut state = state(Source::Ui, 1, "a");
        let losing = write(import(), 2, "b", WriteRule::BySource);
        let first = resolve(&state, &losing);
        state.changed(&import(), at(2), first.changes, &first.derived, first.kept);
        assert!(resolve(&state, &losing).is_nothing());
    }

    #[test]
    fn column_rules_hold() {
        assert_eq!(resolve(&state(import(), 1, "a"), &write(import(), 2, "b", WriteRule::FillEmpty)).kept["job_title"].rule, KeptRule::FillEmpty);
        assert_eq!(
            resolve(&RecordState::default(), &write(import(), 2, "b", WriteRule::FillEmpty)).changes.len(),
            1
        );
        assert_eq!(
            resolve(&RecordState::default(), &write(import(), 2, "b", WriteRule::Never)).kept["job_title"]
                .rule,
            KeptRule::Never
        );
        assert_eq!(
            resolve(&state(Source::Ui, 3, "a"), &write(import(), 2, "b", WriteRule::Overwrite)).changes.len(),
            1
        );
    }

    #[test]
    fn any_given_value_replaces_a_derived_one() {
        let mut state = RecordState::default();
        state.created(
            &Source::Ui,
            at(5),
            BTreeMap::from([("job_title".to_owned(), "guess".into())]),
            &["job_title".to_owned()],
        );
        assert_eq!(resolve(&state, &write(import(), 1, "given", WriteRule::BySource)).changes.len(), 1);
    }
}
