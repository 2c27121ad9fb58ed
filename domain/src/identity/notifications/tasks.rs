//! Somebody else gave me a task, or one of mine is due. One after the other they join up.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::Error;

use super::digest::moment;
use super::news::{Details, Happened, News, Outcome, Subject, SubjectKind, Told, Whom};
use super::words::{Shown, Tone, Words, counted};
use crate::work::tasks::due::Due;
use crate::work::tasks::events::TaskEvent;
use crate::work::tasks::facts::TaskFact;

/// Key of [`due`]. A digest shows tasks that are due by themselves, so it leaves these out and shows those where the kind is wanted.
pub const DUE_KIND: &str = "tasks_due";

/// As the clock shows it where the person is: a day is told of when it has begun for them.
const MORNING: u8 = 8;

/// When it is told that a task is due. UTC for a zone that is known no more.
pub fn told_when_due(due: Due, time_zone: &str) -> DateTime<Utc> {
    match due {
        Due::At(at) => at,
        Due::On(day) => moment(day, MORNING, time_zone.parse().unwrap_or(Tz::UTC)),
    }
}

pub fn tells(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    // Without a giver it is sample data, which is nobody's work; without an assignee it was taken from somebody.
    let TaskEvent::TaskAssigned { by: Some(by), assignee: Some(assignee), .. } = happened.read()? else {
        return Ok(Vec::new());
    };
    Ok(vec![News::Tell(Told {
        whom: Whom::User(assignee),
        except: Some(by),
        subject: Some(Subject { kind: SubjectKind::Task, id: happened.about }),
        details: Details::of(Outcome::Done, &[("tasks", 1)]),
        joins: true,
    })])
}

pub fn words(shown: &Shown<'_>) -> Words {
    let tasks = shown.details.number("tasks");
    let what = match (shown.name, tasks) {
        (Some(name), 1) => format!("The task \"{name}\" was"),
        (None, 1) => "A task was".to_owned(),
        (_, tasks) => format!("{} were", counted(tasks, "task", "tasks")),
    };
    let by = shown.by.map(|by| format!(" by {by}")).unwrap_or_default();
    Words {
        title: format!("{what} assigned to you{by}"),
        text: None,
        link: shown.subject.map_or_else(|| "/tasks".to_owned(), |task| format!("/tasks?task={}", task.id)),
        tone: Tone::Neutral,
    }
}

pub fn due(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let TaskFact::TaskDue(told) = happened.read()?;
    Ok(vec![News::Tell(Told {
        whom: Whom::User(told.assignee),
        except: None,
        subject: Some(Subject { kind: SubjectKind::Task, id: happened.about }),
        details: Details::of(Outcome::Done, &[("tasks", 1)]),
        // A time has come now: it is not to go under in what was told before.
        joins: matches!(told.due, Due::On(_)),
    })])
}

pub fn due_words(shown: &Shown<'_>) -> Words {
    let title = match (shown.name, shown.details.number("tasks")) {
        (Some(name), 0 | 1) => format!("The task \"{name}\" is due"),
        (None, 0 | 1) => "A task is due".to_owned(),
        (_, tasks) => format!("{} are due", counted(tasks, "task", "tasks")),
    };
    let link = shown.subject.map_or_else(|| "/tasks".to_owned(), |task| format!("/tasks?task={}", task.id));
    Words { title, text: None, link, tone: Tone::Neutral }
}
