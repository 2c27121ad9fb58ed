use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;

use super::*;
use crate::identity::name::NameError;

type Clients = TestFramework<Client>;

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn created() -> ClientEvent {
    ClientEvent::ClientCreated { at: at(), name: "Northwind".into() }
}

fn rename(name: &str) -> ClientCommand {
    ClientCommand::Rename { name: name.into(), at: at() }
}

fn archive() -> ClientCommand {
    ClientCommand::Archive { reason: None, at: at() }
}

#[test]
fn a_client_is_created_with_a_tidy_name() {
    Clients::with(())
        .given_no_previous_events()
        .when(ClientCommand::Create { name: " Northwind ".into(), at: at() })
        .then_expect_events(vec![created()]);
    Clients::with(())
        .given_no_previous_events()
        .when(ClientCommand::Create { name: " ".into(), at: at() })
        .then_expect_error(ClientError::Name(NameError::Empty));
}

#[test]
fn a_rename_says_what_it_was_called() {
    Clients::with(()).given(vec![created()]).when(rename("Southwind")).then_expect_events(vec![
        ClientEvent::ClientRenamed { at: at(), name: "Southwind".into(), previous: "Northwind".into() },
    ]);
}

#[test]
fn the_same_name_and_a_second_archiving_are_no_events() {
    Clients::with(()).given(vec![created()]).when(rename("Northwind ")).then_expect_events(vec![]);
    Clients::with(())
        .given(vec![created(), ClientEvent::ClientArchived { at: at(), reason: None }])
        .when(archive())
        .then_expect_events(vec![]);
}

#[test]
fn an_archived_client_keeps_its_name() {
    Clients::with(())
        .given(vec![created(), ClientEvent::ClientArchived { at: at(), reason: None }])
        .when(rename("Southwind"))
        .then_expect_error(ClientError::Archived);
}

#[test]
fn an_unknown_client_cannot_be_changed() {
    Clients::with(())
        .given_no_previous_events()
        .when(rename("Southwind"))
        .then_expect_error(ClientError::Unknown);
}
