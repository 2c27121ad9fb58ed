//! Every event's JSON is pinned in a golden file that is never edited: the log is full of events in that shape.
//!
//! A new event (or a new version of one) needs a new file: run once with `GOLDEN_WRITE=1` and read what it wrote.
//! Samples stand in `tests/golden/<context>.rs`, files in `tests/golden/<aggregate>/<event>.<version>.json`.

#![expect(clippy::disallowed_methods, reason = "golden files are files")]
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests: a panic with a line number is what they should give"
)]

use std::collections::BTreeSet;
use std::path::PathBuf;

use pivotal_domain::log::personal::{LoggedEvent, PersonalPart};

#[path = "golden/audience.rs"]
mod audience;
#[path = "golden/bulk.rs"]
mod bulk;
#[path = "golden/campaigns.rs"]
mod campaigns;
#[path = "golden/consents.rs"]
mod consents;
#[path = "golden/domain_sets.rs"]
mod domain_sets;
#[path = "golden/email_replies.rs"]
mod email_replies;
#[path = "golden/email_templates.rs"]
mod email_templates;
#[path = "golden/email_verification.rs"]
mod email_verification;
#[path = "golden/engagement.rs"]
mod engagement;
#[path = "golden/identity.rs"]
mod identity;
#[path = "golden/imports.rs"]
mod imports;
#[path = "golden/lists.rs"]
mod lists;
#[path = "golden/phone_lookup.rs"]
mod phone_lookup;
#[path = "golden/requests.rs"]
mod requests;
#[path = "golden/retention.rs"]
mod retention;
#[path = "golden/segments.rs"]
mod segments;
#[path = "golden/senders.rs"]
mod senders;
#[path = "golden/sending.rs"]
mod sending;
#[path = "golden/suppression.rs"]
mod suppression;
#[path = "golden/survivorship.rs"]
mod survivorship;
#[path = "golden/work.rs"]
mod work;

/// Holds the samples (one of every event or more; the first of a name is pinned) against their files.
pub fn check<E: LoggedEvent>(names: &[&str], samples: Vec<E>) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(E::AGGREGATE);
    let mut seen = BTreeSet::new();
    for sample in samples {
        if !seen.insert(sample.event_type()) {
            continue;
        }
        let file = folder.join(format!("{}.{}.json", sample.event_type(), sample.event_version()));
        let json = serde_json::to_string_pretty(&sample).unwrap() + "\n";
        pin(&file, &json);
        let read: E = serde_json::from_str(&json).unwrap();
        assert_eq!(read, sample, "{}", file.display());
    }
    let all: BTreeSet<String> = names.iter().map(ToString::to_string).collect();
    assert_eq!(seen, all, "{}: every event needs a sample", E::AGGREGATE);
    check_folds_without_personal_parts::<E>(&folder);
}

/// One more sample of an event, with what it was given later: its first file stays as events from before are.
pub fn check_grown<E: LoggedEvent>(what: &str, sample: &E) {
    let name = format!("{}.{}.{what}.json", sample.event_type(), sample.event_version());
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(E::AGGREGATE).join(name);
    let json = serde_json::to_string_pretty(sample).unwrap() + "\n";
    pin(&file, &json);
    let read: E = serde_json::from_str(&json).unwrap();
    assert_eq!(read, *sample, "{}", file.display());
}

/// The same for a fact, which has a kind instead of an aggregate.
pub fn check_fact<F: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(
    kind: &str,
    version: &str,
    sample: &F,
) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden/facts")
        .join(format!("{kind}.{version}.json"));
    let json = serde_json::to_string_pretty(sample).unwrap() + "\n";
    pin(&file, &json);
    let read: F = serde_json::from_str(&json).unwrap();
    assert_eq!(read, *sample, "{}", file.display());
}

/// Compares with the golden file, or writes it when it is new and writing was asked for.
fn pin(file: &std::path::Path, json: &str) {
    if std::env::var_os("GOLDEN_WRITE").is_some() && !file.exists() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, json).unwrap();
    }
    let golden = std::fs::read_to_string(file).unwrap_or_else(|_| {
        panic!(
            "{} has no golden file. Run the test once with GOLDEN_WRITE=1 and look at what it wrote.",
            file.display()
        )
    });
    assert_eq!(
        json,
        golden,
        "{}: the shape of what was released must not change. Add a field with a default, or a new version with an upcaster.",
        file.display()
    );
}

/// After an erasure the personal parts are gone; what is left must still be an event.
fn check_folds_without_personal_parts<E: LoggedEvent>(folder: &std::path::Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let event: E = serde_json::from_str(&text).unwrap();
        let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let body = value
            .as_object_mut()
            .and_then(|object| object.values_mut().next())
            .and_then(|body| body.as_object_mut())
            .unwrap();
        for part in event.personal() {
            // As the codec does it.
            match (part, body.get_mut(part.at()).and_then(|at| at.as_object_mut())) {
                (PersonalPart::FieldMap { .. }, Some(map)) => map.retain(|field, _| !part.seals(field)),
                (PersonalPart::FieldMap { .. }, None) | (PersonalPart::Key(_), _) => {
                    body.remove(part.at());
                }
            }
        }
        if let Err(error) = serde_json::from_value::<E>(value) {
            panic!(
                "{} cannot be read once the person is erased: {error}. Its personal fields need #[serde(default)].",
                event.event_type()
            );
        }
    }
}
