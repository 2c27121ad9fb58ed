//! What follows from what is given: names from each other, seniority and department from the title, the time zone
//! from phone or address. Derived values are marked and yield to any given one. What nothing leads to any more goes: a
//! department that followed from the last title must not stand beside the next one.

use std::collections::BTreeMap;

use crate::audience::fields::value::FieldValue;
use crate::audience::record::state::RecordState;
use crate::audience::record::write::Candidate;
use crate::audience::values::country::Country;
use crate::audience::values::job;
use crate::audience::values::person_name::{self, PersonName};
use crate::audience::values::time_zone::{self, Place};

/// Adds derived candidates for fields that neither the write nor the record gives.
pub fn fill(values: &mut BTreeMap<String, Candidate>, record: &RecordState) {
    let mut found: Vec<(&'static str, Option<String>)> = Vec::new();
    {
        let view = View { values, record };
        names(&view, &mut found);
        let title = view.text("job_title");
        if view.wants("seniority_level", &["job_title"]) {
            found.push(("seniority_level", title.map(|title| job::seniority(title).to_owned())));
        }
        if view.wants("department", &["job_title"]) {
            found.push(("department", title.and_then(job::department).map(str::to_owned)));
        }
        if view.wants("timezone", ZONE_FROM) {
            found.push(("timezone", zone(&view).map(str::to_owned)));
        }
    }
    for (key, value) in found {
        match value {
            Some(value) => {
                values.insert(key.to_owned(), Candidate::derived(FieldValue::Text(value)));
            }
            None if record.fields.get(key).is_some_and(|held| held.derived) => {
                values.insert(key.to_owned(), Candidate::underivable());
            }
            None => {}
        }
    }
}

const ZONE_FROM: &[&str] =
    &["direct_phone_e164", "mobile_phone_e164", "mobile_phone", "country", "state", "postal_code"];

struct View<'a> {
    values: &'a BTreeMap<String, Candidate>,
    record: &'a RecordState,
}

impl View<'_> {
    /// The value the record will have, as far as it is known.
    fn text(&self, key: &str) -> Option<&str> {
        match self.values.get(key) {
            Some(candidate) => candidate.value.as_ref().and_then(FieldValue::as_text),
            None => self.record.text(key),
        }
    }

    /// Whether deriving `key` is worth it: nobody gives it, and something it is derived from comes with this write.
    fn wants(&self, key: &str, from: &[&str]) -> bool {
        let given =
            self.values.contains_key(key) || self.record.fields.get(key).is_some_and(|held| !held.derived);
        !given && from.iter().any(|from| self.values.contains_key(*from))
    }
}

fn names(view: &View<'_>, found: &mut Vec<(&'static str, Option<String>)>) {
    let (first, last) = (view.text("first_name"), view.text("last_name"));
    if view.wants("full_name", &["first_name", "middle_name", "last_name"]) {
        found.push(("full_name", person_name::joined([first, view.text("middle_name"), last])));
        return;
    }
    let wants = ["first_name", "last_name"].map(|key| view.wants(key, &["full_name"]));
    if wants.contains(&true) {
        let name = view.text("full_name").map(PersonName::split).unwrap_or_default();
        let parts = [("first_name", name.first.clone()), ("last_name", name.last_with_suffix())];
        let parts = parts.into_iter().zip(wants).filter(|(_, wanted)| *wanted);
        found.extend(parts.map(|((key, part), _)| (key, (!part.is_empty()).then_some(part))));
    }
}

fn zone(view: &View<'_>) -> Option<&'static str> {
    let phones = ["direct_phone_e164", "mobile_phone"].into_iter().filter_map(|key| view.text(key));
    let address = Place {
        country: view.text("country").and_then(Country::parse),
        state: view.text("state"),
        postal_code: view.text("postal_code"),
    };
    time_zone::best(phones, [address])
}
