use chrono::TimeZone;
use cqrs_es::test::TestFramework;

use super::account::{Done, End, Found};
use super::keep::Unit;
use super::*;

type Given = TestFramework<RetentionRules>;

const RUN: Uuid = Uuid::from_u128(7);
const ADA: Uuid = Uuid::from_u128(1);

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 31, 12, 0, 0).unwrap()
}

fn years(count: u32) -> Keep {
    Keep::For { count, unit: Unit::Years }
}

fn set(keep: Keep, dry_run: Option<Uuid>) -> SetRule {
    let (kind, note, source) = (Kind::InactiveContacts, " as agreed ".into(), "ui".into());
    SetRule { at: at(), kind, keep, dry_run, note, by: ADA, source }
}

fn was_set(keep: Keep, previous: Keep, dry_run: Option<Uuid>) -> RetentionEvent {
    RetentionEvent::RetentionRuleSet {
        at: at(),
        kind: Kind::InactiveContacts,
        keep,
        previous,
        dry_run,
        note: Some("as agreed".into()),
        by: ADA,
        source: "ui".into(),
    }
}

fn looked(keep: Keep, hours_ago: i64) -> RetentionEvent {
    let (at, kind) = (at() - Duration::hours(hours_ago), Kind::InactiveContacts);
    RetentionEvent::RetentionDryRan { at, run: RUN, kind, keep, found: Found::default() }
}

fn refused(given: Vec<RetentionEvent>, set: SetRule, error: RetentionError) {
    Given::with(()).given(given).when(RetentionCommand::Set(set)).then_expect_error(error);
}

#[test]
fn a_rule_that_deletes_more_takes_a_dry_run_of_exactly_it() {
    let keep = years(3);
    refused(vec![], set(keep, None), RetentionError::DryRunNeeded);
    refused(vec![], set(keep, Some(RUN)), RetentionError::DryRunOfAnother);
    refused(vec![looked(years(2), 1)], set(keep, Some(RUN)), RetentionError::DryRunOfAnother);
    refused(vec![looked(keep, 25)], set(keep, Some(RUN)), RetentionError::DryRunTooOld);
    Given::with(())
        .given(vec![looked(keep, 24)])
        .when(RetentionCommand::Set(set(keep, Some(RUN))))
        .then_expect_events(vec![was_set(keep, Keep::Forever, Some(RUN))]);
}

#[test]
fn a_rule_that_keeps_longer_takes_none() {
    Given::with(())
        .given(vec![was_set(years(3), Keep::Forever, Some(RUN))])
        .when(RetentionCommand::Set(set(years(4), None)))
        .then_expect_events(vec![was_set(years(4), years(3), None)]);
    Given::with(())
        .given(vec![was_set(years(3), Keep::Forever, Some(RUN))])
        .when(RetentionCommand::Set(set(years(3), None)))
        .then_expect_events(vec![]);
}

#[test]
fn copies_are_never_kept_for_good() {
    let set = SetRule { kind: Kind::ExportFiles, ..set(Keep::Forever, None) };
    refused(vec![], set, RetentionError::NotForever(Kind::ExportFiles));
}

#[test]
fn replies_go_after_three_years_until_somebody_says_otherwise() {
    let mut rules = RetentionRules::default();
    assert_eq!(rules.keep(Kind::Replies), years(3));
    assert!(Kind::Replies.may_be_forever());
    rules.rules.insert(Kind::Replies, Rule { keep: Keep::Forever, by: ADA });
    assert_eq!(rules.keep(Kind::Replies), Keep::Forever);
}

#[test]
fn a_run_tells_who_asked_and_whose_rule_deleted_something_once() {
    let done = |deleted| Done {
        kind: Kind::InactiveContacts,
        keep: years(3),
        deleted,
        held: 0,
        left: 0,
        more: false,
        on_hold: false,
    };
    let end = |deleted| RetentionCommand::EndRun {
        at: at(),
        run: RUN,
        began_at: at(),
        asker: None,
        done: vec![done(deleted)],
        end: End::Completed,
    };
    let ran = |deleted, tell| RetentionEvent::RetentionRan {
        at: at(),
        run: RUN,
        began_at: at(),
        done: vec![done(deleted)],
        end: End::Completed,
        tell,
    };
    let rule = || vec![was_set(years(3), Keep::Forever, Some(RUN))];
    Given::with(()).given(rule()).when(end(0)).then_expect_events(vec![ran(0, vec![])]);
    Given::with(()).given(rule()).when(end(2)).then_expect_events(vec![ran(2, vec![ADA])]);
    Given::with(()).given(vec![ran(2, vec![])]).when(end(2)).then_expect_events(vec![]);
}

#[test]
fn times_are_read_as_they_are_written() {
    for text in ["forever", "1 day", "7 days", "1 month", "18 months", "1 year", "100 years"] {
        assert_eq!(text.parse::<Keep>().unwrap().to_string(), text);
    }
    assert_eq!("3 Year".parse::<Keep>().unwrap(), years(3));
    for text in ["", "3", "0 days", "-1 days", "101 years", "3 weeks", "99999999999 days"] {
        assert!(text.parse::<Keep>().is_err(), "{text}");
    }
}

#[test]
fn months_are_those_of_the_calendar() {
    let month = Keep::For { count: 1, unit: Unit::Months };
    assert_eq!(month.before(at()), Some(Utc.with_ymd_and_hms(2026, 2, 28, 12, 0, 0).unwrap()));
    assert!(month.is_shorter_than(Keep::For { count: 32, unit: Unit::Days }, at()));
    assert!(!Keep::For { count: 12, unit: Unit::Months }.is_shorter_than(years(1), at()));
    assert!(years(100).is_shorter_than(Keep::Forever, at()));
}
