use chrono::{DateTime, NaiveDate, Utc};
use serde_json::json;
use uuid::Uuid;

use crate::identity::notifications::catalogue::row;
use crate::identity::notifications::news::{Details, Happened, News, Outcome, Subject, SubjectKind, Whom};
use crate::identity::notifications::tasks::{DUE_KIND, told_when_due};
use crate::identity::notifications::words::Shown;
use crate::work::tasks::due::Due;

const TASK: Uuid = Uuid::from_u128(4);
const BEN: Uuid = Uuid::from_u128(2);

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn a_task_is_told_of_at_its_time_or_in_the_morning_of_its_day_where_the_person_is() {
    let time = at("2026-03-29T01:30:00Z");
    assert_eq!(told_when_due(Due::At(time), "Asia/Tokyo"), time);
    let day = Due::On(NaiveDate::from_ymd_opt(2026, 3, 29).unwrap());
    assert_eq!(told_when_due(day, "UTC"), at("2026-03-29T08:00:00Z"));
    assert_eq!(told_when_due(day, "Asia/Tokyo"), at("2026-03-28T23:00:00Z"));
    assert_eq!(
        told_when_due(day, "Europe/Berlin"),
        at("2026-03-29T06:00:00Z"),
        "the clock is an hour ahead since"
    );
    assert_eq!(told_when_due(day, "Nowhere/Town"), at("2026-03-29T08:00:00Z"));
}

#[test]
fn who_has_a_task_hears_that_it_is_due() {
    let tells = |due: &str| {
        let payload = json!({ "TaskDue": { "at": at("2026-01-09T08:00:00Z"), "assignee": BEN, "due": due } });
        let happened = Happened { about: TASK, by: None, payload: &payload };
        (row(DUE_KIND).unwrap().tells)(&happened).unwrap()
    };
    for (due, joins) in [("2026-01-09", true), ("2026-01-09T08:00:00Z", false)] {
        let news = tells(due);
        let [News::Tell(told)] = news.as_slice() else { panic!("{news:?}") };
        assert_eq!((&told.whom, told.except, told.joins), (&Whom::User(BEN), None, joins), "{due}");
        assert_eq!(told.subject, Some(Subject { kind: SubjectKind::Task, id: TASK }));
        assert_eq!(told.details.number("tasks"), 1);
    }
}

#[test]
fn one_that_is_due_is_named_and_several_are_counted() {
    let words = |tasks: u64, name: Option<&str>, subject: Option<Subject>| {
        let details = Details::of(Outcome::Done, &[("tasks", tasks)]);
        let words = (row(DUE_KIND).unwrap().words)(&Shown { by: None, subject, name, details: &details });
        (words.title, words.link)
    };
    let one = Some(Subject { kind: SubjectKind::Task, id: TASK });
    let link = format!("/tasks?task={TASK}");
    assert_eq!(words(1, Some("Call back"), one), ("The task \"Call back\" is due".to_owned(), link.clone()));
    assert_eq!(words(1, None, one), ("A task is due".to_owned(), link));
    assert_eq!(words(3, None, None), ("3 tasks are due".to_owned(), "/tasks".to_owned()));
}
