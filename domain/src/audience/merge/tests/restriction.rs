//! given / when / then: whom a merged record may be used for.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::Aggregate;
use uuid::Uuid;

use crate::audience::bulk::outcome::Refusal;
use crate::audience::contacts::Contact;
use crate::audience::contacts::events::ContactEvent;
use crate::audience::fields::value::FieldValue;
use crate::audience::merge::error::MergeError;
use crate::audience::merge::{Group, Part, Rule, Stamp, contacts};
use crate::audience::record::restriction::{CLIENT_RESTRICTION, restriction_of};
use crate::audience::record::source::Source;

const ADA: Uuid = Uuid::from_u128(1);
const TWIN: Uuid = Uuid::from_u128(2);
const NORHAVN: Option<Uuid> = Some(Uuid::from_u128(71));
const ADLER: Option<Uuid> = Some(Uuid::from_u128(72));

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 9, 0, 0).unwrap()
}

fn contact(of: Option<Uuid>, fields: &[(&str, &str)]) -> Contact {
    let text = |text: &str| FieldValue::Text(text.to_owned());
    let mut values: BTreeMap<String, FieldValue> =
        fields.iter().map(|(key, value)| ((*key).to_owned(), text(value))).collect();
    values.extend(of.map(|client| (CLIENT_RESTRICTION.to_owned(), text(&client.to_string()))));
    let mut contact = Contact::default();
    contact.apply(ContactEvent::ContactCreated {
        source: Source::Ui,
        at: at(),
        fields: values,
        derived: vec![],
        account: None,
    });
    contact
}

fn group(fields: &[(&str, Uuid)]) -> Group {
    Group {
        survivor: ADA,
        absorbed: vec![TWIN],
        fields: fields.iter().map(|(key, from)| ((*key).to_owned(), *from)).collect(),
        rule: Rule::Survivor,
        versions: BTreeMap::new(),
    }
}

/// The survivor as it is after the merge.
fn merged(group: &Group, survivor: Option<Uuid>, absorbed: Option<Uuid>) -> Result<Contact, MergeError> {
    let ada = contact(survivor, &[("full_name", "Ada Lovelace"), ("email", "ada@norhavn.test")]);
    let twin = contact(
        absorbed,
        &[("full_name", "A. Lovelace"), ("email", "al@norhavn.test"), ("job_title", "Countess")],
    );
    let parts = [Part { id: ADA, version: 1, state: &ada }, Part { id: TWIN, version: 1, state: &twin }];
    let merged = contacts::merge(group, &parts, &Stamp { work: Uuid::from_u128(9), at: at() })?;
    let mut after = ada.clone();
    merged.survivor.into_iter().for_each(|event| after.apply(event));
    Ok(after)
}

#[test]
fn what_nobody_supplied_stays_free() {
    let after = merged(&group(&[]), None, None).unwrap();
    assert_eq!(restriction_of(&after.record), None);
    assert_eq!(after.record.text("job_title"), Some("Countess"));
}

#[test]
fn two_of_one_client_are_that_clients() {
    let after = merged(&group(&[]), NORHAVN, NORHAVN).unwrap();
    assert_eq!(restriction_of(&after.record), NORHAVN);
    assert_eq!(after.record.text("job_title"), Some("Countess"));
}

#[test]
fn a_clients_record_that_stays_keeps_its_restriction_and_takes_what_was_free() {
    let after = merged(&group(&[]), NORHAVN, None).unwrap();
    assert_eq!(restriction_of(&after.record), NORHAVN);
    assert_eq!(after.record.text("job_title"), Some("Countess"));
    assert_eq!(after.record.texts("secondary_emails"), ["al@norhavn.test"]);
}

#[test]
fn a_clients_record_does_not_become_part_of_a_free_one() {
    let refused = merged(&group(&[]), None, NORHAVN).unwrap_err();
    assert_eq!(refused.code(), "MERGE_RESTRICTED");
    assert!(refused.to_string().starts_with("A. Lovelace was supplied by a client"), "{refused}");
}

#[test]
fn records_of_different_clients_are_not_merged() {
    assert_eq!(merged(&group(&[]), NORHAVN, ADLER).unwrap_err().code(), "MERGE_OTHER_CLIENTS");
}

#[test]
fn whom_it_is_for_is_not_chosen() {
    let chosen = merged(&group(&[(CLIENT_RESTRICTION, TWIN)]), NORHAVN, NORHAVN);
    assert_eq!(chosen.unwrap_err().code(), "MERGE_NO_CHOICE");
}

#[test]
fn in_bulk_it_is_refused_with_a_reason_of_its_own() {
    for (survivor, absorbed) in [(None, NORHAVN), (NORHAVN, ADLER)] {
        let refused = merged(&group(&[]), survivor, absorbed).unwrap_err();
        assert_eq!(Refusal::from(&refused), Refusal::Restricted);
    }
}
