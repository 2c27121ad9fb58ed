//! given / when / then.

mod derived;

use std::collections::BTreeMap;

use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;
use uuid::Uuid;

use super::Contact;
use super::command::ContactCommand;
use super::error::ContactError;
use super::events::{AccountLink, ContactEvent, LinkKind};
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::{FieldChange, KeptRule, KeptValue, WriteRule};
use crate::audience::record::source::Source;
use crate::audience::record::write::{Candidate, Write};

type Contacts = TestFramework<Contact>;

fn at(day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, day, 9, 0, 0).unwrap()
}

fn write(source: Source, values: &[(&str, &str)]) -> Write {
    let values = values
        .iter()
        .map(|(key, value)| {
            (
                (*key).to_owned(),
                Candidate::given(
                    (*value).into(),
                    if source == Source::Ui { WriteRule::Overwrite } else { WriteRule::BySource },
                ),
            )
        })
        .collect();
    Write { source, at: at(2), values }
}

fn created(fields: &[(&str, &str)], account: Option<AccountLink>) -> ContactEvent {
    ContactEvent::ContactCreated {
        source: Source::Ui,
        at: at(1),
        fields: fields.iter().map(|(key, value)| ((*key).to_owned(), FieldValue::from(*value))).collect(),
        derived: vec![],
        account,
    }
}

fn link(how: LinkKind) -> AccountLink {
    AccountLink { account_id: Uuid::from_u128(5), how }
}

fn import() -> Source {
    Source::Import { id: Uuid::from_u128(1), row: 7 }
}

const ADA: &[(&str, &str)] = &[
    ("email", "ada@norhavn.test"),
    ("full_name", "Ada Vester"),
    ("first_name", "Ada"),
    ("last_name", "Vester"),
];

#[test]
fn a_new_contact_gets_the_names_and_seniority_that_follow_from_what_is_given() {
    let given = write(
        Source::Ui,
        &[
            ("email", "ada@norhavn.test"),
            ("first_name", "Ada"),
            ("last_name", "Vester"),
            ("job_title", "VP Operations"),
        ],
    );
    let events = Contact::default().decide(ContactCommand::Create { write: given, account: None }).unwrap();
    let [ContactEvent::ContactCreated { fields, derived, .. }] = events.as_slice() else {
        panic!("one event")
    };
    assert_eq!(fields["full_name"], "Ada Vester".into());
    assert_eq!(fields["seniority_level"], "VP".into());
    assert!(derived.contains(&"full_name".to_owned()) && derived.contains(&"seniority_level".to_owned()));
    assert!(!derived.contains(&"first_name".to_owned()));
}

#[test]
fn a_column_that_must_never_write_leaves_its_value_beside_a_new_contact() {
    let mut given = write(import(), &[("email", "ada@norhavn.test"), ("job_title", "VP Operations")]);
    for candidate in given.values.values_mut() {
        candidate.rule = WriteRule::Never;
    }
    let events = Contact::default().decide(ContactCommand::Create { write: given, account: None }).unwrap();
    let [
        ContactEvent::ContactCreated { fields, .. },
        ContactEvent::ContactFieldsChanged { changes, kept, .. },
    ] = events.as_slice()
    else {
        panic!("created, and what was set aside: {events:?}")
    };
    assert!(fields.contains_key("email"), "who it is, a new contact has to have");
    assert!(!fields.contains_key("job_title") && !fields.contains_key("seniority_level"));
    assert!(changes.is_empty());
    assert_eq!(kept["job_title"], KeptValue { candidate: "VP Operations".into(), rule: KeptRule::Never });
}

#[test]
fn a_contact_that_could_never_be_found_again_is_refused() {
    Contacts::with(())
        .given_no_previous_events()
        .when(ContactCommand::Create {
            write: write(Source::Ui, &[("first_name", "Ada"), ("city", "Aarhus")]),
            account: None,
        })
        .then_expect_error(ContactError::NoKey);
}

#[test]
fn a_name_at_an_account_is_enough() {
    let command = ContactCommand::Create {
        write: write(Source::Ui, &[("full_name", "Ada Vester")]),
        account: Some(link(LinkKind::Manual)),
    };
    assert_eq!(Contact::default().decide(command).unwrap().len(), 1);
}

#[test]
fn a_change_records_old_and_new_value_of_the_changed_field_only() {
    Contacts::with(())
        .given(vec![created(&[("email", "ada@norhavn.test"), ("city", "Aarhus")], None)])
        .when(ContactCommand::Write(write(Source::Ui, &[("email", "ada@norhavn.test"), ("city", "Odense")])))
        .then_expect_events(vec![ContactEvent::ContactFieldsChanged {
            source: Source::Ui,
            at: at(2),
            changes: BTreeMap::from([(
                "city".to_owned(),
                FieldChange { old: Some("Aarhus".into()), new: Some("Odense".into()) },
            )]),
            derived: vec![],
            kept: BTreeMap::new(),
        }]);
}

#[test]
fn writing_what_is_there_already_is_no_event() {
    Contacts::with(())
        .given(vec![created(ADA, None)])
        .when(ContactCommand::Write(write(Source::Ui, ADA)))
        .then_expect_events(vec![]);
}

#[test]
fn a_files_value_that_loses_against_a_persons_is_kept_in_the_event() {
    Contacts::with(())
        .given(vec![created(&[("email", "ada@norhavn.test"), ("city", "Aarhus")], None)])
        .when(ContactCommand::Write(write(import(), &[("city", "Odense")])))
        .then_expect_events(vec![ContactEvent::ContactFieldsChanged {
            source: import(),
            at: at(2),
            changes: BTreeMap::new(),
            derived: vec![],
            kept: BTreeMap::from([(
                "city".to_owned(),
                KeptValue { candidate: "Odense".into(), rule: KeptRule::SourcePriority },
            )]),
        }]);
}

#[test]
fn clearing_the_last_key_is_refused() {
    let clear = Write {
        source: Source::Ui,
        at: at(2),
        values: BTreeMap::from([("email".to_owned(), Candidate::cleared())]),
    };
    Contacts::with(())
        .given(vec![created(ADA, None)])
        .when(ContactCommand::Write(clear))
        .then_expect_error(ContactError::NoKey);
}

#[test]
fn a_link_made_by_a_person_is_not_replaced_by_the_domain_rule() {
    let other = AccountLink { account_id: Uuid::from_u128(6), how: LinkKind::Auto };
    Contacts::with(())
        .given(vec![created(ADA, Some(link(LinkKind::Manual)))])
        .when(ContactCommand::LinkAccount { source: Source::System, at: at(2), link: other })
        .then_expect_events(vec![]);
}

#[test]
fn the_domain_rule_links_a_contact_that_has_no_account() {
    Contacts::with(())
        .given(vec![created(ADA, None)])
        .when(ContactCommand::LinkAccount { source: Source::System, at: at(2), link: link(LinkKind::Auto) })
        .then_expect_events(vec![ContactEvent::ContactAccountLinked {
            source: Source::System,
            at: at(2),
            account: link(LinkKind::Auto),
            previous: None,
        }]);
}

#[test]
fn an_archived_contact_must_be_restored_before_it_changes() {
    let archived = ContactEvent::ContactArchived { source: Source::Ui, at: at(1), reason: None };
    Contacts::with(())
        .given(vec![created(ADA, None), archived])
        .when(ContactCommand::Write(write(Source::Ui, &[("city", "Odense")])))
        .then_expect_error(ContactError::Archived);
}

#[test]
fn archiving_twice_is_a_repeat_not_an_error() {
    let archived = ContactEvent::ContactArchived { source: Source::Ui, at: at(1), reason: None };
    Contacts::with(())
        .given(vec![created(ADA, None), archived])
        .when(ContactCommand::Archive { source: Source::Ui, at: at(2), reason: None })
        .then_expect_events(vec![]);
}

#[test]
fn an_erased_contact_holds_nothing_and_refuses_everything() {
    let erased = ContactEvent::ContactErased { source: Source::Ui, at: at(1), request: "DSR-7".into() };
    Contacts::with(())
        .given(vec![created(ADA, Some(link(LinkKind::Auto))), erased])
        .when(ContactCommand::Restore { source: Source::Ui, at: at(2) })
        .then_expect_error(ContactError::Erased);
}

#[test]
fn erasing_needs_a_request() {
    Contacts::with(())
        .given(vec![created(ADA, None)])
        .when(ContactCommand::Erase { source: Source::Ui, at: at(2), request: " ".into() })
        .then_expect_error(ContactError::ErasureWithoutRequest);
}

#[test]
fn nothing_is_derived_from_a_value_that_lost() {
    let mut contact = Contact::default();
    let given = write(
        Source::Ui,
        &[
            ("email", "ada@norhavn.test"),
            ("job_title", "VP Operations"),
            ("first_name", "Ada"),
            ("last_name", "Vester"),
        ],
    );
    for event in contact.decide(ContactCommand::Create { write: given, account: None }).unwrap() {
        cqrs_es::Aggregate::apply(&mut contact, event);
    }
    let events = contact
        .decide(ContactCommand::Write(write(import(), &[("job_title", "Intern"), ("first_name", "Wilma")])))
        .unwrap();
    let [ContactEvent::ContactFieldsChanged { changes, kept, .. }] = events.as_slice() else {
        panic!("one event")
    };
    assert!(changes.is_empty(), "{changes:?}");
    assert_eq!(kept.keys().collect::<Vec<_>>(), ["first_name", "job_title"]);
}
