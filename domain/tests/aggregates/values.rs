//! Random writes: real fields, invented ones, values of the right kind and of the wrong one.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, TimeZone, Utc};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::change::{FieldChange, WriteRule};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::state::RecordState;
use pivotal_domain::audience::record::write::{Candidate, Write};
use pivotal_domain::log::personal::LoggedEvent;
use proptest::prelude::*;
use uuid::Uuid;

pub fn at(hours: i64) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap() + Duration::hours(hours)
}

pub fn some_time() -> impl Strategy<Value = DateTime<Utc>> {
    (0i64..200).prop_map(at)
}

pub fn some_id() -> impl Strategy<Value = Uuid> {
    (1u128..4).prop_map(Uuid::from_u128)
}

pub fn source() -> impl Strategy<Value = Source> {
    prop_oneof![
        Just(Source::Ui),
        Just(Source::Api),
        (some_id(), 0u32..9).prop_map(|(id, row)| Source::Import { id, row }),
        (1i64..99).prop_map(|position| Source::Undo { position }),
        some_id().prop_map(|id| Source::Automation { id }),
        Just(Source::Seed),
        Just(Source::System),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "",
            "Ada",
            "Ada Lovelace",
            "ada@example.com",
            "ada@gmail.com",
            "DK",
            "United States",
            "VP of Sales",
            "+4520123456",
            "example.com",
            "https://www.linkedin.com/in/ada",
            "50-100",
            "California",
            "Europe/Copenhagen",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ]
}

fn value() -> impl Strategy<Value = FieldValue> {
    prop_oneof![
        6 => text().prop_map(FieldValue::Text),
        1 => any::<i64>().prop_map(FieldValue::Number),
        1 => any::<bool>().prop_map(FieldValue::Bool),
        // Items come parsed: none is empty.
        2 => prop::collection::vec(text().prop_filter("empty", |item| !item.is_empty()), 0..3).prop_map(FieldValue::List),
        1 => ("[0-9]{0,9}", "[A-Z]{3}").prop_map(|(amount, currency)| FieldValue::Money { amount, currency }),
    ]
}

fn candidate() -> impl Strategy<Value = Candidate> {
    let rule = prop::sample::select(vec![
        WriteRule::BySource,
        WriteRule::FillEmpty,
        WriteRule::Overwrite,
        WriteRule::Never,
    ]);
    prop_oneof![
        8 => (value(), rule).prop_map(|(value, rule)| Candidate::given(value, rule)),
        1 => value().prop_map(Candidate::derived),
        2 => Just(Candidate::cleared()),
    ]
}

/// A write to some of these fields.
pub fn write(keys: &'static [&'static str]) -> impl Strategy<Value = Write> {
    let key = prop_oneof![
        9 => prop::sample::select(keys.to_vec()).prop_map(str::to_owned),
        1 => "custom\\.[a-z]{1,3}",
    ];
    (source(), some_time(), prop::collection::btree_map(key, candidate(), 0..6))
        .prop_map(|(source, at, values)| Write { source, at, values })
}

/// As the log would give it back.
pub fn through_json<E: LoggedEvent>(event: &E) -> E {
    serde_json::from_str(&serde_json::to_string(event).unwrap()).unwrap()
}

/// As the log gives it back once the person's key is gone.
pub fn without_personal_parts<E: LoggedEvent>(event: &E) -> E {
    let mut json = serde_json::to_value(event).unwrap();
    let body = json.as_object_mut().unwrap().values_mut().next().unwrap().as_object_mut().unwrap();
    for part in event.personal() {
        match body.get_mut(part.at()).and_then(|at| at.as_object_mut()) {
            Some(map) => map.retain(|field, _| !part.seals(field)),
            None => {
                body.remove(part.at());
            }
        }
    }
    serde_json::from_value(json).unwrap()
}

/// History must be true: what a change calls old is what was there.
pub fn old_values_are_true(
    before: &RecordState,
    changes: &BTreeMap<String, FieldChange>,
) -> Result<(), TestCaseError> {
    for (key, change) in changes {
        prop_assert_eq!(change.old.as_ref(), before.value(key), "the old value of {}", key);
        prop_assert_ne!(&change.old, &change.new, "a change of {} that changes nothing", key);
    }
    Ok(())
}

pub fn holds_no_empty_value(record: &RecordState) -> Result<(), TestCaseError> {
    for (key, held) in &record.fields {
        prop_assert!(!held.value.is_empty(), "{} is held empty", key);
    }
    Ok(())
}
