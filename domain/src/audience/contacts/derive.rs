//! What follows from what is given: names from each other, seniority and department from the title, the time zone
//! from phone or address. Derived values are marked and yield to any given one.

use std::collections::BTreeMap;

use crate::audience::fields::value::FieldValue;
use crate::audience::record::state::RecordState;
use crate::audience::record::write::Candidate;
use crate::audience::values::country::Country;
use crate::audience::values::person_name::{self, PersonName};
use crate::audience::values::{job, state, time_zone};

/// Adds derived candidates for fields that neither the write nor the record gives.
pub fn fill(values: &mut BTreeMap<String, Candidate>, record: &RecordState) {
    let mut found: Vec<(&'static str, String)> = Vec::new();
    {
        let view = View { values, record };
        names(&view, &mut found);
        if let Some(title) = view.text("job_title") {
            if view.wants("seniority_level", &["job_title"]) {
                found.push(("seniority_level", job::seniority(title).to_owned()));
            }
            if view.wants("department", &["job_title"]) {
                found.extend(job::department(title).map(|department| ("department", department.to_owned())));
            }
        }
        if view.wants(
            "timezone",
            &["direct_phone_e164", "mobile_phone_e164", "mobile_phone", "country", "state"],
        ) {
            found.extend(zone(&view).map(|zone| ("timezone", zone.to_owned())));
        }
    }
    for (key, value) in found {
        values.insert(key.to_owned(), Candidate::derived(FieldValue::Text(value)));
    }
}

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

fn names(view: &View<'_>, found: &mut Vec<(&'static str, String)>) {
    let (first, last) = (view.text("first_name"), view.text("last_name"));
    if view.wants("full_name", &["first_name", "middle_name", "last_name"]) {
        let full = person_name::joined([first, view.text("middle_name"), last]);
        found.extend(full.map(|full| ("full_name", full)));
    } else if let Some(full) = view
        .text("full_name")
        .filter(|_| view.wants("first_name", &["full_name"]) || view.wants("last_name", &["full_name"]))
    {
        let name = PersonName::split(full);
        let last = name.last_with_suffix();
        if view.wants("first_name", &["full_name"]) && !name.first.is_empty() {
            found.push(("first_name", name.first.clone()));
        }
        if view.wants("last_name", &["full_name"]) && !last.is_empty() {
            found.push(("last_name", last));
        }
    }
}

fn zone(view: &View<'_>) -> Option<&'static str> {
    let of_phone =
        ["direct_phone_e164", "mobile_phone"].iter().find_map(|key| time_zone::of_phone(view.text(key)?));
    of_phone.or_else(|| {
        let country = view.text("country").and_then(Country::parse);
        let of_state =
            country.zip(view.text("state")).and_then(|(country, code)| state::time_zone(code, country));
        of_state.or_else(|| time_zone::of_place(country, view.text("state")))
    })
}
