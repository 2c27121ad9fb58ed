use chrono::{DateTime, Duration, TimeZone, Utc};
use cqrs_es::test::TestFramework;
use uuid::Uuid;

use super::key::{KeyError, SuppressedKey};
use super::*;

type Suppressions = TestFramework<Suppression>;

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn days(days: i64) -> Option<DateTime<Utc>> {
    Some(at() + Duration::days(days))
}

fn add(reason: Reason, until: Option<DateTime<Utc>>) -> Added {
    Added {
        at: at(),
        key: SuppressedKey::parse(Kind::Email, " Ada@Example.com ", None).unwrap(),
        hash: "00ff".into(),
        reach: Reach::Global,
        reason,
        until,
        note: Some(" said so on the phone ".into()),
        source: "ui".into(),
    }
}

fn added(reason: Reason, until: Option<DateTime<Utc>>) -> SuppressionEvent {
    SuppressionEvent::SuppressionAdded {
        at: at(),
        kind: Kind::Email,
        key: "00ff".into(),
        reach: Reach::Global,
        value: Some("ada@example.com".into()),
        reason,
        until,
        note: Some("said so on the phone".into()),
        source: "ui".into(),
    }
}

fn released() -> SuppressionEvent {
    SuppressionEvent::SuppressionReleased {
        at: at(),
        kind: Kind::Email,
        why: Some("subscribed again".into()),
        was: Reason::Unsubscribed,
        source: "ui".into(),
    }
}

fn release(why: &str) -> SuppressionCommand {
    SuppressionCommand::Release { at: at(), why: why.into(), source: "ui".into() }
}

#[test]
fn what_is_added_stands_in_its_one_form() {
    Suppressions::with(())
        .given_no_previous_events()
        .when(SuppressionCommand::Add(add(Reason::Unsubscribed, None)))
        .then_expect_events(vec![added(Reason::Unsubscribed, None)]);
}

#[test]
fn added_twice_is_no_event_and_a_lesser_reason_changes_nothing() {
    for again in [Reason::Unsubscribed, Reason::ImportedList, Reason::Manual] {
        Suppressions::with(())
            .given(vec![added(Reason::Unsubscribed, None)])
            .when(SuppressionCommand::Add(add(again, days(30))))
            .then_expect_events(vec![]);
    }
}

#[test]
fn a_weightier_reason_or_a_longer_time_is_kept_with_what_it_was() {
    Suppressions::with(())
        .given(vec![added(Reason::ImportedList, days(30))])
        .when(SuppressionCommand::Add(add(Reason::Unsubscribed, days(10))))
        .then_expect_events(vec![SuppressionEvent::SuppressionChanged {
            at: at(),
            kind: Kind::Email,
            reason: Reason::Unsubscribed,
            until: days(30),
            previous_reason: Reason::ImportedList,
            previous_until: days(30),
            note: Some("said so on the phone".into()),
            source: "ui".into(),
        }]);
}

#[test]
fn one_whose_time_is_over_is_added_anew() {
    let mut before = added(Reason::Unsubscribed, None);
    if let SuppressionEvent::SuppressionAdded { at: since, until, .. } = &mut before {
        (*since, *until) = (at() - Duration::days(9), days(-1));
    }
    Suppressions::with(())
        .given(vec![before])
        .when(SuppressionCommand::Add(add(Reason::Manual, None)))
        .then_expect_events(vec![added(Reason::Manual, None)]);
}

#[test]
fn a_release_needs_a_reason() {
    let held = vec![added(Reason::Unsubscribed, None)];
    Suppressions::with(())
        .given(held.clone())
        .when(release("  "))
        .then_expect_error(SuppressionError::NoReason);
    Suppressions::with(())
        .given(held)
        .when(release(" subscribed again "))
        .then_expect_events(vec![released()]);
    Suppressions::with(())
        .given_no_previous_events()
        .when(release("why not"))
        .then_expect_error(SuppressionError::Unknown);
}

#[test]
fn a_second_release_is_no_event_and_what_was_released_can_be_added_again() {
    let given = vec![added(Reason::Unsubscribed, None), released()];
    Suppressions::with(()).given(given.clone()).when(release("again")).then_expect_events(vec![]);
    Suppressions::with(())
        .given(given)
        .when(SuppressionCommand::Add(add(Reason::Complaint, None)))
        .then_expect_events(vec![added(Reason::Complaint, None)]);
}

#[test]
fn an_end_in_the_past_and_a_novel_are_refused() {
    Suppressions::with(())
        .given_no_previous_events()
        .when(SuppressionCommand::Add(add(Reason::Manual, days(0))))
        .then_expect_error(SuppressionError::UntilPast);
    let novel = Added { note: Some("x".repeat(TEXT_MAX + 1)), ..add(Reason::Manual, None) };
    Suppressions::with(())
        .given_no_previous_events()
        .when(SuppressionCommand::Add(novel))
        .then_expect_error(SuppressionError::TextTooLong);
}

#[test]
fn an_erased_person_stays_suppressed_without_a_name() {
    let mut one = Suppression::default();
    one.apply(added(Reason::Unsubscribed, None));
    let events = one.decide(SuppressionCommand::Erase { at: at() }).unwrap();
    assert_eq!(events, vec![SuppressionEvent::SuppressionErased { at: at(), kind: Kind::Email }]);
    events.into_iter().for_each(|event| one.apply(event));
    assert!(one.holds_at(at()) && one.value.is_none());
    assert!(one.decide(SuppressionCommand::Erase { at: at() }).unwrap().is_empty());
}

#[test]
fn a_domain_has_nobody_to_erase() {
    let mut one = Suppression::default();
    let key = SuppressedKey::parse(Kind::Domain, "https://www.Example.com/x", None).unwrap();
    for event in one.decide(SuppressionCommand::Add(Added { key, ..add(Reason::Legal, None) })).unwrap() {
        one.apply(event);
    }
    assert_eq!(one.value.as_deref(), Some("example.com"));
    assert!(one.decide(SuppressionCommand::Erase { at: at() }).unwrap().is_empty());
}

#[test]
fn kinds_are_told_apart_by_shape() {
    let read = |raw: &str| SuppressedKey::read(raw, None).map(|key| (key.kind(), key.into_value()));
    let id = Uuid::from_u128(7).to_string();
    for (raw, kind, value) in [
        (" Ada Lovelace <ADA@example.com>, ", Kind::Email, "ada@example.com"),
        ("+1 (202) 555-0100 x12", Kind::Phone, "+12025550100"),
        ("tel:+12025550100", Kind::Phone, "+12025550100"),
        ("@Example.co.uk", Kind::Domain, "example.co.uk"),
        ("https://www.example.com/contact", Kind::Domain, "example.com"),
        (id.as_str(), Kind::Account, id.as_str()),
    ] {
        assert_eq!(read(raw), Ok((kind, value.to_owned())), "{raw}");
    }
    assert_eq!(read(" ; "), Err(KeyError::Empty));
    assert_eq!(read("nobody"), Err(KeyError::Shapeless));
    assert!(matches!(read("ada@@example.com"), Err(KeyError::Email(_))));
    assert!(matches!(read("202 555 0100"), Err(KeyError::Phone(_))), "no country");
}

#[test]
fn a_reach_is_written_as_one_word() {
    let id = Uuid::from_u128;
    for reach in [Reach::Global, Reach::Client(id(1)), Reach::Campaign(id(2)), Reach::Brand(id(3))] {
        assert_eq!(reach.to_string().parse(), Ok(reach));
    }
    assert!("client:x".parse::<Reach>().is_err());
}
