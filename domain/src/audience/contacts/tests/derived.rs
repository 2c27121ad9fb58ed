//! What follows from what is given, and what happens to it when that changes.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::Aggregate;

use super::super::Contact;
use super::super::command::ContactCommand;
use super::super::events::ContactEvent;
use crate::audience::record::change::WriteRule;
use crate::audience::record::source::Source;
use crate::audience::record::write::{Candidate, Write};

fn at(day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, day, 9, 0, 0).unwrap()
}

/// An empty text clears.
fn write(day: u32, values: &[(&str, &str)]) -> Write {
    let values = values.iter().map(|(key, value)| {
        let candidate = match *value {
            "" => Candidate::cleared(),
            value => Candidate::given(value.into(), WriteRule::Overwrite),
        };
        ((*key).to_owned(), candidate)
    });
    Write { source: Source::Ui, at: at(day), values: values.collect::<BTreeMap<_, _>>() }
}

fn ada(values: &[(&str, &str)]) -> Contact {
    let given = [&[("email", "ada@norhavn.test")], values].concat();
    let mut contact = Contact::default();
    let create = ContactCommand::Create { write: write(1, &given), account: None };
    contact.decide(create).unwrap().into_iter().for_each(|event| contact.apply(event));
    contact
}

fn then(contact: &mut Contact, values: &[(&str, &str)]) -> Vec<ContactEvent> {
    let events = contact.decide(ContactCommand::Write(write(2, values))).unwrap();
    events.iter().cloned().for_each(|event| contact.apply(event));
    events
}

#[test]
fn what_follows_from_a_title_goes_with_it() {
    let mut contact = ada(&[("job_title", "VP Sales")]);
    assert_eq!(contact.record.text("department"), Some("Sales"));
    then(&mut contact, &[("job_title", "Astronaut")]);
    assert_eq!(contact.record.text("department"), None);
    assert_eq!(contact.record.text("seniority_level"), Some("Other"));
    then(&mut contact, &[("job_title", "")]);
    assert_eq!(contact.record.text("seniority_level"), None);
}

#[test]
fn what_a_person_gave_stays_whatever_the_title_says() {
    let mut contact =
        ada(&[("job_title", "VP Sales"), ("department", "Marketing"), ("timezone", "Europe/Paris")]);
    then(&mut contact, &[("job_title", "CFO"), ("country", "DE")]);
    then(&mut contact, &[("job_title", "")]);
    assert_eq!(contact.record.text("department"), Some("Marketing"));
    assert_eq!(contact.record.text("timezone"), Some("Europe/Paris"));
}

#[test]
fn a_move_to_a_country_with_several_zones_leaves_none_until_the_place_says_it() {
    let mut contact = ada(&[("country", "DE")]);
    assert_eq!(contact.record.text("timezone"), Some("Europe/Berlin"));
    then(&mut contact, &[("country", "US")]);
    assert_eq!(contact.record.text("timezone"), None);
    then(&mut contact, &[("state", "TX"), ("postal_code", "79901")]);
    assert_eq!(contact.record.text("timezone"), Some("America/Denver"));
    then(&mut contact, &[("direct_phone_e164", "+13125550100")]);
    assert_eq!(contact.record.text("timezone"), Some("America/Chicago"));
}

#[test]
fn parts_of_a_name_follow_the_whole_one() {
    let mut contact = ada(&[("full_name", "Ada Vester")]);
    assert_eq!(contact.record.text("last_name"), Some("Vester"));
    then(&mut contact, &[("full_name", "Madonna")]);
    assert_eq!(contact.record.text("first_name"), Some("Madonna"));
    assert_eq!(contact.record.text("last_name"), None);
}

#[test]
fn the_same_again_derives_nothing_new() {
    let values = [("full_name", "Ada Vester"), ("job_title", "VP Sales"), ("country", "US"), ("state", "TX")];
    let mut contact = ada(&values);
    assert!(then(&mut contact, &values).is_empty());
}
