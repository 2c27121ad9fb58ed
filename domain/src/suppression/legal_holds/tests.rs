use chrono::TimeZone;
use cqrs_es::test::TestFramework;
use uuid::Uuid;

use super::*;
use crate::log::personal::LoggedEvent;
use crate::suppression::retention::kind::Data;

type Given = TestFramework<LegalHold>;

const ADA: Over = Over::Contact(Uuid::from_u128(1));

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn place(reason: &str, reference: &str) -> LegalHoldCommand {
    let (reason, reference, source) = (reason.to_owned(), reference.to_owned(), "ui".to_owned());
    LegalHoldCommand::Place { at: at(), over: ADA, reason, reference, source }
}

fn placed() -> LegalHoldEvent {
    let (reason, reference) = (Some("a claim".into()), Some("2026/114".into()));
    LegalHoldEvent::LegalHoldPlaced { at: at(), over: ADA, reason, reference, source: "ui".into() }
}

fn lift(why: &str) -> LegalHoldCommand {
    LegalHoldCommand::Lift { at: at(), why: why.into(), source: "ui".into() }
}

fn lifted() -> LegalHoldEvent {
    LegalHoldEvent::LegalHoldLifted { at: at(), over: ADA, why: Some("settled".into()), source: "ui".into() }
}

#[test]
fn a_hold_is_placed_for_a_reason_and_lifted_for_one() {
    Given::with(())
        .given_no_previous_events()
        .when(place(" a claim ", " 2026/114"))
        .then_expect_events(vec![placed()]);
    Given::with(())
        .given_no_previous_events()
        .when(place(" ", "x"))
        .then_expect_error(LegalHoldError::NoReason);
    Given::with(()).given(vec![placed()]).when(lift("settled")).then_expect_events(vec![lifted()]);
    Given::with(()).given(vec![placed()]).when(lift(" ")).then_expect_error(LegalHoldError::NoLiftReason);
    Given::with(()).given(vec![placed(), lifted()]).when(lift("again")).then_expect_events(vec![]);
    Given::with(()).given_no_previous_events().when(lift("x")).then_expect_error(LegalHoldError::Unknown);
}

#[test]
fn words_have_an_end() {
    Given::with(())
        .given_no_previous_events()
        .when(place(&"x".repeat(REASON_MAX + 1), ""))
        .then_expect_error(LegalHoldError::ReasonTooLong);
    Given::with(())
        .given_no_previous_events()
        .when(place("a claim", &"x".repeat(REFERENCE_MAX + 1)))
        .then_expect_error(LegalHoldError::ReferenceTooLong);
}

#[test]
fn what_it_stands_over_is_read_as_it_is_written() {
    for over in [ADA, Over::Account(Uuid::from_u128(2)), Over::Data(Data::SignIns)] {
        assert_eq!(over.to_string().parse::<Over>().unwrap(), over);
    }
    for text in ["contact:", "contact:1", "data:everything", "campaign:x", "all"] {
        assert!(text.parse::<Over>().is_err(), "{text}");
    }
}

#[test]
fn words_about_a_person_lie_under_their_own_key_and_go_with_them() {
    assert_eq!(placed().subject(Uuid::from_u128(9)), Some(Uuid::from_u128(1)));
    let event = LegalHoldEvent::LegalHoldErased { at: at(), over: ADA };
    assert_eq!(event.subject(Uuid::from_u128(9)), None);
    let mut state = LegalHold::default();
    [placed(), lifted(), event].into_iter().for_each(|event| state.apply(event));
    assert_eq!(state.standing(), None);
    assert_eq!(state.placed.and_then(|placed| placed.reason), None);
}
