//! What a record would hold if the rules had always been these: each field's values, the one that holds and those that gave way
//! or lost, weighed anew.
//!
//! What a person decided about one value is no matter of rules and stays: an emptied field stays empty, a value that was taken
//! back is out, and so is one that its column was told not to write.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::rules::{Rules, is_weighed};
use crate::audience::fields::catalogue::Entity;
use crate::audience::fields::value::FieldValue;
use crate::audience::provenance::{FieldTrail, Origin, Trail};
use crate::audience::record::change::{KeptRule, WriteRule};
use crate::audience::record::source::Source;
use crate::audience::record::write::Candidate;

/// A field that would hold another value.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed {
    pub field: String,
    pub now: FieldValue,
    pub now_from: Origin,
    pub then: FieldValue,
    pub then_from: Origin,
}

/// By field.
pub fn weigh(entity: Entity, trail: &Trail, rules: &Rules) -> Vec<Weighed> {
    let fields = trail.fields().filter(|(key, _)| is_weighed(entity, key));
    fields.filter_map(|(key, trail)| weigh_field(key, trail, rules)).collect()
}

/// Where a value comes from, as far as it counts: the source's rank, and when it was told, in milliseconds since 1970.
pub type Weight = (u8, i64);

/// Values to write, by their weight: they count as much as they did.
pub fn candidates(weighed: &[Weighed]) -> BTreeMap<Weight, BTreeMap<String, Candidate>> {
    let mut by_weight: BTreeMap<Weight, BTreeMap<String, Candidate>> = BTreeMap::new();
    for one in weighed {
        let candidate = Candidate::given(one.then.clone(), WriteRule::Overwrite);
        let weight = (one.then_from.source.rank(), told_at(&one.then_from).timestamp_millis());
        by_weight.entry(weight).or_default().insert(one.field.clone(), candidate);
    }
    by_weight
}

fn weigh_field(key: &str, trail: &FieldTrail, rules: &Rules) -> Option<Weighed> {
    let now = trail.now.as_ref().filter(|told| !told.derived)?;
    let held = now.value.as_ref()?;
    let order = rules.order(key);
    let strength = |value: &FieldValue, origin: &Origin| {
        (order.strength(origin.source.rank()), first_told(trail, value, origin))
    };
    let (mut best, mut best_from) = (held, &now.origin);
    for (value, origin) in standing(trail) {
        if strength(value, origin) > strength(best, best_from) {
            (best, best_from) = (value, origin);
        }
    }
    (best != held).then(|| Weighed {
        field: key.to_owned(),
        now: held.clone(),
        now_from: now.origin.clone(),
        then: best.clone(),
        then_from: best_from.clone(),
    })
}

/// Values besides the one that holds which nobody decided against.
fn standing(trail: &FieldTrail) -> impl Iterator<Item = (&FieldValue, &Origin)> {
    let back: HashSet<TakenBack> = trail
        .now
        .iter()
        .chain(&trail.earlier)
        .filter_map(|told| TakenBack::by(&told.origin.source))
        .collect();
    let emptied = trail.earlier.iter().find(|told| told.value.is_none()).map(|told| told.origin.position);
    let since = emptied.unwrap_or(i64::MIN);
    let earlier = trail.earlier.iter().filter(|told| !told.derived);
    let earlier = earlier.filter_map(|told| Some((told.value.as_ref()?, &told.origin)));
    let lost =
        trail.kept.iter().filter(|lost| matches!(lost.rule, KeptRule::SourcePriority | KeptRule::Newer));
    let lost = lost.map(|lost| (&lost.candidate, &lost.origin));
    earlier
        .chain(lost)
        .filter(move |(_, origin)| origin.position > since && !back.iter().any(|one| one.was(origin)))
}

/// A value that came back is as old as it was before: taking something back makes it no newer.
fn first_told(trail: &FieldTrail, value: &FieldValue, origin: &Origin) -> DateTime<Utc> {
    if TakenBack::by(&origin.source).is_none() {
        return told_at(origin);
    }
    let told =
        trail.earlier.iter().filter(|told| told.value.as_ref() == Some(value)).map(|told| &told.origin);
    let before = told.filter(|before| before.position < origin.position);
    let same = before.filter(|before| before.source.rank() == origin.source.rank()).map(told_at);
    same.max().unwrap_or(origin.at)
}

/// Weighing a value makes it no newer either.
fn told_at(origin: &Origin) -> DateTime<Utc> {
    match origin.source {
        Source::Weighed { told, .. } => DateTime::from_timestamp_millis(told).unwrap_or(origin.at),
        _ => origin.at,
    }
}

/// What an undo took back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum TakenBack {
    Event(i64),
    Work(Uuid),
}

impl TakenBack {
    fn by(source: &Source) -> Option<TakenBack> {
        match source {
            Source::Undo { position } => Some(TakenBack::Event(*position)),
            Source::ImportUndo { import: id, .. } | Source::BulkUndo { bulk: id, .. } => {
                Some(TakenBack::Work(*id))
            }
            _ => None,
        }
    }

    fn was(self, origin: &Origin) -> bool {
        match (self, &origin.source) {
            (TakenBack::Event(position), _) => origin.position == position,
            (
                TakenBack::Work(work),
                Source::Import { id, .. }
                | Source::Bulk { id }
                | Source::Merge { bulk: id, .. }
                | Source::Weighed { bulk: id, .. },
            ) => work == *id,
            (TakenBack::Work(_), _) => false,
        }
    }
}
