//! Which values the survivor ends up with, field by field.
//!
//! What was chosen by hand stands. Otherwise the rule decides, for fields that only mean something together as one: half of one
//! address and half of another is no address. Lists are united. An email, a phone or a domain that loses is kept among the
//! others; any other value that loses is recorded beside the one that won. Whom the record may be used for is nobody's choice: the
//! survivor keeps what it has, and what a client supplied becomes part of no record that is used for others (ADR 18).

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::error::MergeError;
use super::{Group, Rule};
use crate::audience::contacts::keys as contact_keys;
use crate::audience::fields::catalogue::{Entity, FieldKind, custom_name, field, label_of};
use crate::audience::fields::parse::VALUES_MAX;
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::{KeptRule, KeptValue, WriteRule};
use crate::audience::record::restriction::{CLIENT_RESTRICTION, may_become_part_of, restriction_of};
use crate::audience::record::state::{Held, RecordState};
use crate::audience::record::write::Candidate;
use crate::audience::values::fold::fold;

/// Fields that are taken from one record or not at all. The first names them.
const TOGETHER: &[(Entity, &[&str])] = &[
    (Entity::Contact, &["full_name", "first_name", "middle_name", "last_name", "salutation"]),
    (
        Entity::Contact,
        &[
            "email",
            "email_verification_status",
            "email_verification_reason",
            "email_verified_at",
            "email_kind",
        ],
    ),
    (
        Entity::Contact,
        &[
            "direct_phone",
            "direct_phone_e164",
            "phone_extension",
            "direct_phone_carrier",
            "direct_phone_carrier_line",
            "direct_phone_looked_up_at",
        ],
    ),
    (
        Entity::Contact,
        &["mobile_phone", "mobile_phone_carrier", "mobile_phone_carrier_line", "mobile_phone_looked_up_at"],
    ),
    (Entity::Contact, &["address_street", "city", "state", "postal_code", "country"]),
    (Entity::Contact, &["consent_basis", "consent_source", "consent_at", "consent_text"]),
    (
        Entity::Account,
        &[
            "main_phone",
            "main_phone_e164",
            "main_phone_extension",
            "main_phone_carrier",
            "main_phone_carrier_line",
            "main_phone_looked_up_at",
        ],
    ),
    (Entity::Account, &["hq_street", "hq_city", "hq_state", "hq_postal_code", "hq_country"]),
    (Entity::Account, &["industry_suggested", "industry_suggested_confidence", "industry_suggested_status"]),
];

/// Where values that lose are kept: the fields they come from, and the list they go to.
const ASIDE: &[(Entity, &[&str], &str)] = &[
    (Entity::Contact, &["email"], "secondary_emails"),
    (Entity::Contact, &["direct_phone_e164", "mobile_phone"], "secondary_phones"),
    (Entity::Account, &["domain"], "alternate_domains"),
];

/// What stands in other places than among the fields, points at records that go, or stays as the survivor has it.
const APART: &[&str] = &["account", "parent", CLIENT_RESTRICTION];

/// One of the records.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    pub id: Uuid,
    pub record: &'a RecordState,
}

/// What is written to the survivor.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Values {
    /// By the rank of where each value came from: it counts as much as it did there.
    pub writes: BTreeMap<u8, BTreeMap<String, Candidate>>,
    pub kept: BTreeMap<String, KeptValue>,
    /// Which record each value that is written came from.
    pub from: BTreeMap<String, Uuid>,
}

/// The fields that go with this one, itself among them.
pub fn together(entity: Entity, key: &str) -> Vec<String> {
    let bundle = TOGETHER.iter().find(|(of, keys)| *of == entity && keys.contains(&key));
    bundle
        .map_or_else(|| vec![key.to_owned()], |(_, keys)| keys.iter().map(|key| (*key).to_owned()).collect())
}

/// `sides`: the survivor first.
pub fn settle(entity: Entity, sides: &[Side<'_>], group: &Group) -> Result<Values, MergeError> {
    let Some((survivor, absorbed)) = sides.split_first() else { return Err(MergeError::TooFew) };
    check_choices(entity, group)?;
    keeps_promises(entity, survivor, absorbed)?;
    let mut settled = Settled { entity, survivor, values: Values::default() };
    let mut seen = BTreeSet::new();
    let mut lists = BTreeSet::new();
    for key in sides.iter().flat_map(|side| side.record.fields.keys()) {
        if APART.contains(&key.as_str()) || !seen.insert(key.clone()) {
            continue;
        }
        if is_list(entity, key) {
            lists.insert(key.clone());
            continue;
        }
        let bundle = together(entity, key);
        seen.extend(bundle.iter().cloned());
        let Some(winner) = winner(sides, &bundle, group) else { continue };
        settled.take(&bundle, winner, chosen(group, &bundle).is_some(), sides);
        settled.note_losers(&bundle, absorbed);
    }
    lists.extend(ASIDE.iter().filter(|(of, ..)| *of == entity).map(|(.., list)| (*list).to_owned()));
    for key in lists {
        settled.unite(&key, sides, group)?;
    }
    Ok(settled.values)
}

/// Refuses what would use a client's data for others.
fn keeps_promises(entity: Entity, survivor: &Side<'_>, absorbed: &[Side<'_>]) -> Result<(), MergeError> {
    let only = restriction_of(survivor.record);
    let wider = absorbed.iter().find(|side| !may_become_part_of(only, restriction_of(side.record)));
    let Some(wider) = wider else { return Ok(()) };
    let name = name_of(entity, wider.record);
    Err(match only {
        Some(_) => MergeError::OtherClients { name },
        None => MergeError::Restricted { name },
    })
}

fn check_choices(entity: Entity, group: &Group) -> Result<(), MergeError> {
    let label = |key: &str| label_of(entity, key);
    for (key, from) in &group.fields {
        if key == CLIENT_RESTRICTION {
            return Err(MergeError::NoChoice { field: label(key) });
        }
        if field(entity, key).is_none() && custom_name(key).is_none() {
            return Err(MergeError::NoSuchField { field: key.clone() });
        }
        if *from != group.survivor && !group.absorbed.contains(from) {
            return Err(MergeError::ChoiceElsewhere { field: label(key) });
        }
        let splits = |other: &String| group.fields.get(other).is_some_and(|other| other != from);
        if together(entity, key).iter().any(splits) {
            return Err(MergeError::ChoiceSplit { field: label(key) });
        }
    }
    Ok(())
}

fn chosen(group: &Group, bundle: &[String]) -> Option<Uuid> {
    bundle.iter().find_map(|key| group.fields.get(key)).copied()
}

/// Whose values these fields get. None: nobody has any that was given.
fn winner<'a, 'b>(sides: &'b [Side<'a>], bundle: &[String], group: &Group) -> Option<&'b Side<'a>> {
    if let Some(id) = chosen(group, bundle) {
        return sides.iter().find(|side| side.id == id);
    }
    let mut with = sides.iter().filter_map(|side| Some((side, strength(side.record, bundle)?)));
    match group.rule {
        Rule::Survivor => with.next().map(|(side, _)| side),
        // Of equals the first, which is the survivor's own if it has one.
        Rule::BySource => {
            with.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(side, _)| side)
        }
    }
}

/// How much the given values count, and how new they are. What rules worked out is nobody's word.
fn strength(record: &RecordState, bundle: &[String]) -> Option<(u8, chrono::DateTime<chrono::Utc>)> {
    bundle.iter().filter_map(|key| given(record, key)).map(|held| (held.rank, held.at)).max()
}

fn given<'a>(record: &'a RecordState, key: &str) -> Option<&'a Held> {
    record.fields.get(key).filter(|held| !held.derived)
}

fn is_list(entity: Entity, key: &str) -> bool {
    field(entity, key).is_some_and(|def| matches!(def.kind, FieldKind::Multi(_)))
}

struct Settled<'a> {
    entity: Entity,
    survivor: &'a Side<'a>,
    values: Values,
}

impl Settled<'_> {
    /// Everything of the winner's, and where another agrees with it, what that one knows besides.
    fn take(&mut self, bundle: &[String], winner: &Side<'_>, by_hand: bool, sides: &[Side<'_>]) {
        let rank = strength(winner.record, bundle).map_or(100, |(rank, _)| rank);
        let agrees = |side: &&Side<'_>| bundle.iter().all(|key| agree(winner.record, side.record, key));
        for key in bundle {
            let own = winner.record.fields.get(key).map(|held| (winner.id, held));
            let (from, held) = match own.or_else(|| {
                let mut others = sides.iter().filter(agrees).filter(|_| !by_hand);
                others.find_map(|side| Some((side.id, given(side.record, key)?)))
            }) {
                Some((id, held)) => (id, Some(held)),
                None => (winner.id, None),
            };
            self.set(key, held, from, rank);
        }
    }

    fn set(&mut self, key: &str, held: Option<&Held>, from: Uuid, rank: u8) {
        if self.survivor.record.value(key) == held.map(|held| &held.value) {
            return;
        }
        let candidate = match held {
            Some(held) => {
                let value = Some(held.value.clone());
                Candidate { value, rule: WriteRule::Overwrite, derived: held.derived, order: None }
            }
            None => Candidate::cleared(),
        };
        self.values.from.insert(key.to_owned(), from);
        self.values.writes.entry(rank).or_default().insert(key.to_owned(), candidate);
    }

    fn now(&self, key: &str) -> Option<&FieldValue> {
        let written = self.values.writes.values().find_map(|values| values.get(key));
        match written {
            Some(candidate) => candidate.value.as_ref(),
            None => self.survivor.record.value(key),
        }
    }

    /// The survivor's own value that loses is told by the change itself.
    fn note_losers(&mut self, bundle: &[String], absorbed: &[Side<'_>]) {
        for key in bundle {
            let kept_aside =
                ASIDE.iter().any(|(of, keys, _)| *of == self.entity && keys.contains(&key.as_str()));
            if kept_aside || field(self.entity, key).is_some_and(|def| !def.writable) {
                continue;
            }
            let loser = absorbed
                .iter()
                .filter_map(|side| given(side.record, key))
                .find(|held| Some(&held.value) != self.now(key));
            if let Some(held) = loser {
                let kept = KeptValue { candidate: held.value.clone(), rule: KeptRule::Merged };
                self.values.kept.insert(key.clone(), kept);
            }
        }
    }

    fn unite(&mut self, key: &str, sides: &[Side<'_>], group: &Group) -> Result<(), MergeError> {
        let only = group.fields.get(key);
        let mut rank = 0;
        let mut all: Vec<String> = Vec::new();
        let mut from = self.survivor.id;
        for side in sides.iter().filter(|side| only.is_none_or(|only| *only == side.id)) {
            if let Some(held) = side.record.fields.get(key) {
                let before = all.len();
                held.value.texts().iter().for_each(|item| add(&mut all, item));
                if all.len() > before && side.id != self.survivor.id {
                    from = side.id;
                    rank = rank.max(held.rank);
                }
            }
        }
        // These are how it is found again: they are kept even where the list itself was chosen.
        for (_, keys, _) in ASIDE.iter().filter(|(of, _, list)| *of == self.entity && *list == key) {
            for (side, source) in sides.iter().flat_map(|side| keys.iter().map(move |source| (side, source)))
            {
                let Some(held) = side.record.fields.get(*source) else { continue };
                let before = all.len();
                held.value.texts().iter().for_each(|item| add(&mut all, item));
                if all.len() > before {
                    rank = rank.max(held.rank);
                }
            }
            let mains: Vec<String> = keys
                .iter()
                .filter_map(|main| self.now(main))
                .flat_map(|value| value.texts().to_vec())
                .collect();
            all.retain(|item| !mains.iter().any(|main| fold(main) == fold(item)));
        }
        if all.len() > VALUES_MAX && all.len() > self.survivor.record.texts(key).len() {
            return Err(MergeError::TooManyValues { field: label_of(self.entity, key) });
        }
        let united = (!all.is_empty()).then_some(FieldValue::List(all));
        if united.as_ref() == self.survivor.record.value(key) {
            return Ok(());
        }
        let rank = rank.max(self.survivor.record.fields.get(key).map_or(0, |held| held.rank));
        let candidate = match united {
            Some(value) => Candidate::given(value, WriteRule::Overwrite),
            None => Candidate::cleared(),
        };
        self.values.from.insert(key.to_owned(), from);
        self.values.writes.entry(rank).or_default().insert(key.to_owned(), candidate);
        Ok(())
    }
}

fn agree(a: &RecordState, b: &RecordState, key: &str) -> bool {
    match (a.value(key), b.value(key)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

fn add(all: &mut Vec<String>, item: &str) {
    if !item.is_empty() && !all.iter().any(|held| fold(held) == fold(item)) {
        all.push(item.to_owned());
    }
}

/// What people call a record.
pub fn name_of(entity: Entity, record: &RecordState) -> String {
    let keys: &[&str] = match entity {
        Entity::Contact => &["full_name", "email", "linkedin_url"],
        Entity::Account => &["name", "domain"],
    };
    let name = keys.iter().find_map(|key| record.text(key));
    name.map_or_else(|| format!("One of these {}s", entity.as_str()), str::to_owned)
}

/// How much is known of a record: given values, and those by which it is found count twice.
pub fn completeness(entity: Entity, record: &RecordState) -> usize {
    let identity = match entity {
        Entity::Contact => contact_keys::IDENTITY,
        Entity::Account => crate::audience::accounts::keys::IDENTITY,
    };
    let weight = |key: &str| if identity.contains(&key) { 2 } else { 1 };
    record.fields.iter().filter(|(_, held)| !held.derived).map(|(key, _)| weight(key)).sum()
}
