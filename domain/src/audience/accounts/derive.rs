//! What follows from what is given: the size range from the number of staff, the standing from what is known.

use std::collections::BTreeMap;

use crate::audience::fields::value::FieldValue;
use crate::audience::record::state::RecordState;
use crate::audience::record::write::Candidate;
use crate::audience::values::size_range;

/// Adds derived candidates for fields that neither the write nor the record gives.
pub fn fill(values: &mut BTreeMap<String, Candidate>, record: &RecordState) {
    let held_as_given = |key: &str| record.fields.get(key).is_some_and(|held| !held.derived);
    if !values.contains_key("employees_size_range") && !held_as_given("employees_size_range") {
        let count = values.get("staff_count").and_then(|candidate| candidate.value.as_ref());
        if let Some(FieldValue::Number(count)) = count
            && let Some(range) = size_range::of_count(*count)
        {
            values.insert("employees_size_range".to_owned(), Candidate::derived(range.into()));
        }
    }
    // Made from a domain, it goes by that domain until somebody says what it is called.
    let named = values.get("name").is_some_and(|name| !name.derived && name.value.is_some());
    if named && record.text("status") == Some("stub") {
        values.insert("status".to_owned(), Candidate::derived("active".into()));
    }
}
