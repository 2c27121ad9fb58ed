//! A verdict on the contact: what is written, what stays, and what an address that is another takes with it.

use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat, Utc};

use super::address_kind::AddressKind;
use super::verdict::{Status, Verdict};
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::{FieldChange, WriteRule};
use crate::audience::record::source::Source;
use crate::audience::record::state::RecordState;
use crate::audience::record::write::{Candidate, Outcome, Write};
use crate::audience::values::email::EmailAddress;

pub const STATUS: &str = "email_verification_status";
pub const REASON: &str = "email_verification_reason";
pub const VERIFIED_AT: &str = "email_verified_at";
pub const KIND: &str = "email_kind";

/// What is known of the address a contact has, and of no other.
pub const FIELDS: [&str; 4] = [STATUS, REASON, VERIFIED_AT, KIND];

/// What a verdict writes, at `at`. One that tells nothing leaves what is known of the address as it is: only the kind, which the
/// address says by itself, is filled in. `address`: none where the email cannot be read as one.
pub fn write_of(
    record: &RecordState,
    address: Option<&EmailAddress>,
    verdict: &Verdict,
    source: Source,
    at: DateTime<Utc>,
) -> Write {
    let given = |value: &str| Candidate::given(FieldValue::from(value), WriteRule::Overwrite);
    let kind = address.map(|address| (KIND.to_owned(), given(AddressKind::of(address).as_str())));
    let mut values: BTreeMap<String, Candidate> = kind.into_iter().collect();
    let held = record.text(STATUS).unwrap_or(Status::Unknown.as_str());
    let status = verdict.reason.status();
    if status != Status::Unknown || held == Status::Unknown.as_str() {
        let found = verdict.at.to_rfc3339_opts(SecondsFormat::Secs, true);
        values.insert(STATUS.to_owned(), given(status.as_str()));
        values.insert(REASON.to_owned(), given(verdict.reason.as_str()));
        values.insert(VERIFIED_AT.to_owned(), given(&found));
    }
    Write { source, at, values }
}

/// A contact that gets another address loses what was found out about the last one, unless the same write says it of the new one:
/// what stood there has no say about an address it was not about.
pub fn follow_the_address(record: &RecordState, write: &Write, outcome: &mut Outcome) {
    if !outcome.changes.contains_key("email") {
        return;
    }
    for key in FIELDS {
        let given = write.values.get(key).filter(|candidate| candidate.rule != WriteRule::Never);
        let new = given.and_then(|candidate| candidate.value.clone()).filter(|value| !value.is_empty());
        let old = record.value(key).cloned();
        if new.is_some() {
            outcome.kept.remove(key);
        }
        if old != new {
            outcome.changes.insert(key.to_owned(), FieldChange { old, new });
        }
    }
}
