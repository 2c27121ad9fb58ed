//! Somebody else gave me a task. One after the other they join up.

use serde_json::Error;

use super::news::{Details, Happened, News, Outcome, Subject, SubjectKind, Told, Whom};
use super::words::{Shown, Tone, Words, counted};
use crate::work::tasks::events::TaskEvent;

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
