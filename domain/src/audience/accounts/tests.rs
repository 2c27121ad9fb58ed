//! given / when / then.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;
use uuid::Uuid;

use super::command::AccountCommand;
use super::error::AccountError;
use super::events::AccountEvent;
use super::{Account, keys};
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::WriteRule;
use crate::audience::record::source::Source;
use crate::audience::record::write::{Candidate, Write};

fn at(day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, day, 9, 0, 0).unwrap()
}

fn write(values: &[(&str, FieldValue)]) -> Write {
    Write {
        source: Source::Ui,
        at: at(2),
        values: values
            .iter()
            .map(|(key, value)| ((*key).to_owned(), Candidate::given(value.clone(), WriteRule::Overwrite)))
            .collect(),
    }
}

fn created(fields: &[(&str, &str)]) -> AccountEvent {
    AccountEvent::AccountCreated {
        source: Source::Ui,
        at: at(1),
        fields: fields.iter().map(|(key, value)| ((*key).to_owned(), FieldValue::from(*value))).collect(),
        derived: vec![],
    }
}

#[test]
fn an_account_without_a_name_is_refused() {
    TestFramework::<Account>::with(())
        .given_no_previous_events()
        .when(AccountCommand::Create {
            write: write(&[("domain", "norhavn.test".into())]),
            ancestors: vec![],
        })
        .then_expect_error(AccountError::NoName);
}

#[test]
fn the_size_range_follows_from_the_number_of_staff() {
    let events = Account::default()
        .decide(AccountCommand::Create {
            write: write(&[("name", "Norhavn".into()), ("staff_count", FieldValue::Number(120))]),
            ancestors: vec![],
        })
        .unwrap();
    let [AccountEvent::AccountCreated { fields, derived, .. }] = events.as_slice() else {
        panic!("one event")
    };
    assert!(fields.contains_key("employees_size_range"));
    assert_eq!(derived, &["employees_size_range".to_owned()]);
}

#[test]
fn an_account_cannot_become_its_own_ancestor() {
    let me = Uuid::from_u128(1);
    let below = Uuid::from_u128(2);
    let command = AccountCommand::Write {
        write: write(&[("parent", below.to_string().as_str().into())]),
        id: me,
        ancestors: vec![below, me],
    };
    TestFramework::<Account>::with(())
        .given(vec![created(&[("name", "Norhavn")])])
        .when(command)
        .then_expect_error(AccountError::ParentCycle);
}

#[test]
fn domain_and_alternate_domains_are_claimed_together() {
    let mut account = Account::default();
    cqrs_es::Aggregate::apply(
        &mut account,
        AccountEvent::AccountCreated {
            source: Source::Ui,
            at: at(1),
            fields: BTreeMap::from([
                ("name".to_owned(), "Norhavn".into()),
                ("domain".to_owned(), "norhavn.test".into()),
                (
                    "alternate_domains".to_owned(),
                    FieldValue::List(vec!["norhavn.example".into(), "norhavn.test".into()]),
                ),
            ]),
            derived: vec![],
        },
    );
    assert_eq!(
        keys::claims(&account),
        vec![(keys::DOMAIN, "norhavn.example".to_owned()), (keys::DOMAIN, "norhavn.test".to_owned())]
    );
}

#[test]
fn an_archived_account_must_be_restored_before_it_changes() {
    let archived = AccountEvent::AccountArchived { source: Source::Ui, at: at(1), reason: None };
    TestFramework::<Account>::with(())
        .given(vec![created(&[("name", "Norhavn")]), archived])
        .when(AccountCommand::Write {
            write: write(&[("industry", "Freight".into())]),
            id: Uuid::nil(),
            ancestors: vec![],
        })
        .then_expect_error(AccountError::Archived);
}

#[test]
fn a_stub_is_one_until_it_is_given_a_name_of_its_own() {
    let stub = AccountEvent::AccountCreated {
        source: Source::System,
        at: at(1),
        fields: BTreeMap::from([
            ("domain".to_owned(), "norhavn.test".into()),
            ("name".to_owned(), "norhavn.test".into()),
            ("status".to_owned(), "stub".into()),
        ]),
        derived: vec!["name".into(), "status".into()],
    };
    let mut account = Account::default();
    cqrs_es::Aggregate::apply(&mut account, stub);
    for (field, value, status) in
        [("hq_city", "Aarhus", "stub"), ("name", "Norhavn A/S", "active"), ("name", "Norhavn", "active")]
    {
        let write = write(&[(field, value.into())]);
        let ancestors = vec![];
        for event in account.decide(AccountCommand::Write { write, id: Uuid::nil(), ancestors }).unwrap() {
            cqrs_es::Aggregate::apply(&mut account, event);
        }
        assert_eq!(account.record.text("status"), Some(status), "{field} {value}");
    }
}
