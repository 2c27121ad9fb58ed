use chrono::{Datelike, NaiveDate, TimeZone};
use cqrs_es::test::TestFramework;

use super::due::{DueRange, DueWhen};
use super::*;
use crate::audience::fields::catalogue::Entity;
use crate::audience::filter::asking::Asking;
use crate::identity::actor::Actor;
use crate::identity::role::Role;
use crate::log::personal::LoggedEvent;

type Tasks = TestFramework<Task>;

const ME: Uuid = Uuid::from_u128(1);
const OTHER: Uuid = Uuid::from_u128(2);
const ADA: About = About { entity: Entity::Contact, id: Uuid::from_u128(3) };

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 7, 12, 0, 0).unwrap()
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, day).unwrap()
}

fn new(title: &str) -> NewTask {
    NewTask { about: Some(ADA), title: title.into(), ..NewTask::default() }
}

fn create(task: NewTask) -> TaskCommand {
    TaskCommand::Create { task, by: Some(ME), at: at() }
}

fn created() -> TaskEvent {
    TaskEvent::TaskCreated {
        at: at(),
        by: Some(ME),
        about: Some(ADA),
        title: "Call back".into(),
        details: None,
        due: None,
        priority: Priority::Normal,
    }
}

fn change(changes: TaskChanges, expected: Option<i64>) -> TaskCommand {
    TaskCommand::Change { changes, expected, by: Some(ME), at: at() }
}

fn titled(title: &str) -> TaskChanges {
    TaskChanges { title: Some(title.into()), ..TaskChanges::default() }
}

fn retitled(old: &str, new: &str) -> TaskEvent {
    TaskEvent::TaskChanged {
        at: at(),
        about: Some(ADA),
        title: Some(Changed { old: old.into(), new: new.into() }),
        details: None,
        due: None,
        priority: None,
    }
}

fn assigned(assignee: Option<Uuid>, previous: Option<Uuid>) -> TaskEvent {
    TaskEvent::TaskAssigned { at: at(), by: Some(ME), assignee, previous }
}

fn refused(command: TaskCommand, error: TaskError) {
    Tasks::with(()).given_no_previous_events().when(command).then_expect_error(error);
}

#[test]
fn a_task_is_created_once_with_a_tidy_title_and_given_to_somebody_in_the_same_breath() {
    let given = NewTask { assignee: Some(OTHER), ..new("  Call\u{200b}  back ") };
    Tasks::with(())
        .given_no_previous_events()
        .when(create(given))
        .then_expect_events(vec![created(), assigned(Some(OTHER), None)]);
    Tasks::with(()).given(vec![created()]).when(create(new("Again"))).then_expect_error(TaskError::Exists);
}

#[test]
fn what_makes_no_task_is_refused_by_name() {
    refused(create(new(" \u{200b} ")), TaskError::TitleEmpty);
    refused(create(new(&"x".repeat(201))), TaskError::TitleTooLong(201));
    let long = NewTask { details: Some("x".repeat(10_001)), ..new("Call back") };
    refused(create(long), TaskError::DetailsTooLong(10_001));
    let far = NewTask { due: Some(Due::On(NaiveDate::MAX)), ..new("Call back") };
    refused(create(far), TaskError::DueOutOfRange(NaiveDate::MAX.year()));
    assert_eq!(Due::of(Some(day(1)), Some(at())), Err(TaskError::DueTwice));
    refused(TaskCommand::Complete { by: None, at: at() }, TaskError::Unknown);
}

#[test]
fn a_change_says_what_was_before_and_a_repeat_is_no_event() {
    let given = || Tasks::with(()).given(vec![created()]);
    given().when(change(titled("Write"), None)).then_expect_events(vec![retitled("Call back", "Write")]);
    given().when(change(titled(" Call back"), None)).then_expect_events(vec![]);
    let empty = TaskChanges { details: Some(Some("  ".into())), ..TaskChanges::default() };
    given().when(change(empty, None)).then_expect_events(vec![]);
    let given_away = TaskChanges { assignee: Some(Some(OTHER)), ..titled("Write") };
    given()
        .when(change(given_away, None))
        .then_expect_events(vec![retitled("Call back", "Write"), assigned(Some(OTHER), None)]);
}

#[test]
fn who_overwrites_what_another_said_meanwhile_is_told_so_and_other_parts_go_in() {
    let given = || Tasks::with(()).given(vec![created(), retitled("Call back", "Write")]);
    given()
        .when(change(titled("Visit"), Some(1)))
        .then_expect_error(TaskError::ChangedSince(TaskPart::Title));
    given().when(change(titled("Visit"), Some(2))).then_expect_events(vec![retitled("Write", "Visit")]);
    let due = TaskChanges { due: Some(Some(Due::On(day(9)))), ..TaskChanges::default() };
    given().when(change(due, Some(1))).then_expect_events(vec![TaskEvent::TaskChanged {
        at: at(),
        about: Some(ADA),
        title: None,
        details: None,
        due: Some(Changed { old: None, new: Some(Due::On(day(9))) }),
        priority: None,
    }]);
}

#[test]
fn a_task_is_done_or_cancelled_and_can_be_opened_again() {
    let (complete, cancel) = (
        || TaskCommand::Complete { by: Some(ME), at: at() },
        || TaskCommand::Cancel { by: Some(ME), at: at() },
    );
    let reopen = || TaskCommand::Reopen { at: at() };
    let done = TaskEvent::TaskCompleted { at: at(), by: Some(ME) };
    let cancelled = TaskEvent::TaskCancelled { at: at(), by: Some(ME) };
    let open = || Tasks::with(()).given(vec![created()]);
    open().when(complete()).then_expect_events(vec![done.clone()]);
    open().when(cancel()).then_expect_events(vec![cancelled.clone()]);
    open().when(reopen()).then_expect_events(vec![]);
    let was_done = || Tasks::with(()).given(vec![created(), done.clone()]);
    was_done().when(complete()).then_expect_events(vec![]);
    was_done().when(cancel()).then_expect_error(TaskError::Done);
    was_done().when(reopen()).then_expect_events(vec![TaskEvent::TaskReopened { at: at() }]);
    let was_cancelled = || Tasks::with(()).given(vec![created(), cancelled.clone()]);
    was_cancelled().when(complete()).then_expect_error(TaskError::Cancelled);
    was_cancelled().when(reopen()).then_expect_events(vec![TaskEvent::TaskReopened { at: at() }]);
}

#[test]
fn a_deleted_task_is_left_alone_until_it_is_restored() {
    let deleted = TaskEvent::TaskDeleted { at: at() };
    Tasks::with(())
        .given(vec![created()])
        .when(TaskCommand::Delete { at: at() })
        .then_expect_events(vec![deleted.clone()]);
    let given = || Tasks::with(()).given(vec![created(), deleted.clone()]);
    given().when(TaskCommand::Delete { at: at() }).then_expect_events(vec![]);
    given().when(change(titled("Write"), None)).then_expect_error(TaskError::Deleted);
    given().when(TaskCommand::Complete { by: None, at: at() }).then_expect_error(TaskError::Deleted);
    given()
        .when(TaskCommand::Restore { at: at() })
        .then_expect_events(vec![TaskEvent::TaskRestored { at: at() }]);
}

#[test]
fn text_that_was_forgotten_does_not_come_back() {
    let forgotten = TaskEvent::TaskTextForgotten { at: at() };
    let given = || Tasks::with(()).given(vec![created(), forgotten.clone()]);
    given().when(TaskCommand::ForgetText { at: at() }).then_expect_events(vec![]);
    given().when(change(titled("Call Ada"), None)).then_expect_error(TaskError::Forgotten);
    let assign = TaskChanges { assignee: Some(Some(OTHER)), ..TaskChanges::default() };
    given().when(change(assign, None)).then_expect_events(vec![assigned(Some(OTHER), None)]);
}

#[test]
fn text_about_a_contact_lies_under_their_key_and_any_other_under_its_own() {
    let own = Uuid::from_u128(9);
    let about = |about| match created() {
        TaskEvent::TaskCreated { at, by, title, details, due, priority, .. } => {
            TaskEvent::TaskCreated { at, by, about, title, details, due, priority }
        }
        other => other,
    };
    assert_eq!(about(Some(ADA)).subject(own), Some(ADA.id));
    assert_eq!(about(Some(About { entity: Entity::Account, ..ADA })).subject(own), Some(own));
    assert_eq!(about(None).subject(own), Some(own));
    assert_eq!(assigned(None, None).subject(own), None);
}

fn actor(role: Role) -> Actor {
    Actor { user_id: ME, role, ..Actor::system("ui") }
}

#[test]
fn who_sees_a_task_and_who_may_change_it() {
    let task = |about, assignee, created_by| reach::Whose { about, assignee, created_by };
    let theirs = task(Some(ADA), Some(OTHER), Some(OTHER));
    let mine = task(Some(ADA), Some(ME), Some(OTHER));
    let made = task(None, Some(OTHER), Some(ME));
    for (role, sees, changes) in [
        (Role::Admin, [true; 3], [true; 3]),
        (Role::CampaignManager, [true; 3], [true; 3]),
        (Role::DataOps, [true; 3], [true; 3]),
        (Role::QaAnalyst, [true; 3], [false, true, true]),
        (Role::Agent, [false, true, true], [false, true, true]),
        (Role::ClientUser, [false; 3], [false; 3]),
    ] {
        let who = actor(role);
        assert_eq!([theirs, mine, made].map(|one| one.is_seen_by(&who)), sees, "{role}");
        assert_eq!([theirs, mine, made].map(|one| one.is_changed_by(&who)), changes, "{role}");
    }
}

#[test]
fn a_due_date_is_a_day_or_a_time() {
    for (due, text) in [(Due::On(day(9)), "\"2026-01-09\""), (Due::At(at()), "\"2026-01-07T12:00:00Z\"")] {
        assert_eq!(serde_json::to_string(&due).unwrap(), text);
        assert_eq!(serde_json::from_str::<Due>(text).unwrap(), due);
    }
}

#[test]
fn today_begins_at_midnight_where_the_viewer_is() {
    // A Wednesday; in Auckland it is Thursday already.
    let asking = Asking::at(at()).in_zone("Pacific/Auckland").unwrap();
    let thursday = Utc.with_ymd_and_hms(2026, 1, 7, 11, 0, 0).unwrap();
    let friday = thursday + chrono::Duration::days(1);
    assert_eq!(
        DueWhen::Today.range(&asking),
        Some(DueRange { on: (day(8), day(9)), at: (thursday, friday) })
    );
    let overdue = DueWhen::Overdue.range(&asking).unwrap();
    assert_eq!((overdue.on.1, overdue.at.1), (day(8), at()), "what was due an hour ago is overdue today");
    let week = DueWhen::ThisWeek.range(&asking).unwrap();
    assert_eq!(week.on, (day(5), day(12)));
    assert_eq!(DueWhen::Later.range(&asking).unwrap().on.0, day(9));
    assert_eq!(DueWhen::NoDate.range(&asking), None);
    assert!(Due::On(day(8)).sort_key() > Due::At(thursday).sort_key());
}
