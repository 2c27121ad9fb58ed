//! The task: something to be done, by somebody, perhaps by a certain day, perhaps about a contact or an account.

pub mod command;
pub mod due;
pub mod error;
pub mod events;
pub mod facts;
pub mod reach;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::command::{NewTask, TaskChanges, TaskCommand};
use self::due::Due;
use self::error::{TaskError, TaskPart};
use self::events::TaskEvent;
use super::about::About;
use super::words::{self, Changed};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    Low,
    #[default]
    Normal,
    High,
}

impl Priority {
    pub fn as_str(self) -> &'static str {
        match self {
            Priority::Low => "low",
            Priority::Normal => "normal",
            Priority::High => "high",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    /// Never created.
    #[default]
    Absent,
    Open,
    Done,
    Cancelled,
}

impl TaskState {
    pub fn as_str(self) -> &'static str {
        match self {
            TaskState::Absent => "absent",
            TaskState::Open => "open",
            TaskState::Done => "done",
            TaskState::Cancelled => "cancelled",
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Task {
    pub state: TaskState,
    pub about: Option<About>,
    pub created_by: Option<Uuid>,
    /// Empty once its person was erased.
    pub title: String,
    pub details: Option<String>,
    pub due: Option<Due>,
    pub priority: Priority,
    pub assignee: Option<Uuid>,
    pub deleted: bool,
    pub forgotten: bool,
    /// What it said before: it, too, may name somebody who asks to be forgotten.
    pub earlier: Vec<String>,
    /// Events so far.
    pub version: i64,
    /// With which of them each part was said last; what is not here was said at the beginning.
    said: BTreeMap<u8, i64>,
}

impl Task {
    pub fn exists(&self) -> bool {
        self.state != TaskState::Absent
    }

    /// Everything it says and ever said.
    pub fn texts(&self) -> Vec<String> {
        std::iter::once(&self.title).chain(&self.details).chain(&self.earlier).cloned().collect()
    }

    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: TaskCommand) -> Result<Vec<TaskEvent>, TaskError> {
        match (self.state, command) {
            (TaskState::Absent, TaskCommand::Create { task, by, at }) => created(task, by, at),
            (_, TaskCommand::Create { .. }) => Err(TaskError::Exists),
            (TaskState::Absent, _) => Err(TaskError::Unknown),
            (_, TaskCommand::Delete { at }) => {
                Ok(if self.deleted { vec![] } else { vec![TaskEvent::TaskDeleted { at }] })
            }
            (_, TaskCommand::Restore { at }) => {
                Ok(if self.deleted { vec![TaskEvent::TaskRestored { at }] } else { vec![] })
            }
            (_, TaskCommand::ForgetText { at }) => {
                Ok(if self.forgotten { vec![] } else { vec![TaskEvent::TaskTextForgotten { at }] })
            }
            (_, _) if self.deleted => Err(TaskError::Deleted),
            (_, TaskCommand::Change { changes, expected, by, at }) => self.change(changes, expected, by, at),
            (TaskState::Open, TaskCommand::Complete { by, at }) => {
                Ok(vec![TaskEvent::TaskCompleted { at, by }])
            }
            (TaskState::Open, TaskCommand::Cancel { by, at }) => {
                Ok(vec![TaskEvent::TaskCancelled { at, by }])
            }
            (TaskState::Done | TaskState::Cancelled, TaskCommand::Reopen { at }) => {
                Ok(vec![TaskEvent::TaskReopened { at }])
            }
            (TaskState::Done, TaskCommand::Cancel { .. }) => Err(TaskError::Done),
            (TaskState::Cancelled, TaskCommand::Complete { .. }) => Err(TaskError::Cancelled),
            (TaskState::Open, TaskCommand::Reopen { .. })
            | (TaskState::Done, TaskCommand::Complete { .. })
            | (TaskState::Cancelled, TaskCommand::Cancel { .. }) => Ok(vec![]),
        }
    }

    fn change(
        &self,
        changes: TaskChanges,
        expected: Option<i64>,
        by: Option<Uuid>,
        at: DateTime<Utc>,
    ) -> Result<Vec<TaskEvent>, TaskError> {
        if self.forgotten && changes.writes() {
            return Err(TaskError::Forgotten);
        }
        let title = match changes.title {
            Some(raw) => self.part(TaskPart::Title, expected, &self.title, title(&raw)?)?,
            None => None,
        };
        let details = match changes.details {
            Some(raw) => self.part(TaskPart::Details, expected, &self.details, details(raw)?)?,
            None => None,
        };
        let due = match changes.due {
            Some(due) => {
                due.map(Due::check).transpose()?;
                self.part(TaskPart::Due, expected, &self.due, due)?
            }
            None => None,
        };
        let priority = match changes.priority {
            Some(priority) => self.part(TaskPart::Priority, expected, &self.priority, priority)?,
            None => None,
        };
        let assignee = match changes.assignee {
            Some(assignee) => self.part(TaskPart::Assignee, expected, &self.assignee, assignee)?,
            None => None,
        };
        let mut events = Vec::new();
        if title.is_some() || details.is_some() || due.is_some() || priority.is_some() {
            events.push(TaskEvent::TaskChanged { at, about: self.about, title, details, due, priority });
        }
        if let Some(Changed { old: previous, new: assignee }) = assignee {
            events.push(TaskEvent::TaskAssigned { at, by, assignee, previous });
        }
        Ok(events)
    }

    /// `None`: it was so already. Who overwrites what another said since they looked is told so.
    fn part<T: PartialEq + Clone>(
        &self,
        part: TaskPart,
        expected: Option<i64>,
        old: &T,
        new: T,
    ) -> Result<Option<Changed<T>>, TaskError> {
        if *old == new {
            return Ok(None);
        }
        let said = self.said.get(&(part as u8)).copied().unwrap_or(1);
        match expected {
            Some(seen) if said > seen => Err(TaskError::ChangedSince(part)),
            _ => Ok(Some(Changed { old: old.clone(), new })),
        }
    }
}

fn created(task: NewTask, by: Option<Uuid>, at: DateTime<Utc>) -> Result<Vec<TaskEvent>, TaskError> {
    let NewTask { about, title: raw, details: more, due, priority, assignee } = task;
    let (title, details) = (title(&raw)?, details(more)?);
    due.map(Due::check).transpose()?;
    let created = TaskEvent::TaskCreated { at, by, about, title, details, due, priority };
    let assigned = assignee.map(|to| TaskEvent::TaskAssigned { at, by, assignee: Some(to), previous: None });
    Ok(std::iter::once(created).chain(assigned).collect())
}

fn title(raw: &str) -> Result<String, TaskError> {
    match words::title(raw) {
        Ok(title) if title.is_empty() => Err(TaskError::TitleEmpty),
        Ok(title) => Ok(title),
        Err(words::TooLong(length)) => Err(TaskError::TitleTooLong(length)),
    }
}

fn details(raw: Option<String>) -> Result<Option<String>, TaskError> {
    let details = raw.map(|raw| words::body(&raw)).transpose();
    let details = details.map_err(|words::TooLong(length)| TaskError::DetailsTooLong(length))?;
    Ok(details.filter(|details| !details.is_empty()))
}

impl Aggregate for Task {
    const TYPE: &'static str = "task";
    type Command = TaskCommand;
    type Event = TaskEvent;
    type Error = TaskError;
    type Services = ();

    async fn handle(
        &mut self,
        command: TaskCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), TaskError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: TaskEvent) {
        self.version += 1;
        match event {
            TaskEvent::TaskCreated { by, about, title, details, due, priority, .. } => {
                self.state = TaskState::Open;
                self.created_by = by;
                self.about = about;
                self.title = title;
                self.details = details;
                self.due = due;
                self.priority = priority;
            }
            TaskEvent::TaskChanged { title, details, due, priority, .. } => {
                if let Some(title) = title {
                    self.earlier.push(title.old);
                    self.title = title.new;
                    self.said.insert(TaskPart::Title as u8, self.version);
                }
                if let Some(details) = details {
                    self.earlier.extend(details.old);
                    self.details = details.new;
                    self.said.insert(TaskPart::Details as u8, self.version);
                }
                if let Some(due) = due {
                    self.due = due.new;
                    self.said.insert(TaskPart::Due as u8, self.version);
                }
                if let Some(priority) = priority {
                    self.priority = priority.new;
                    self.said.insert(TaskPart::Priority as u8, self.version);
                }
            }
            TaskEvent::TaskAssigned { assignee, .. } => {
                self.assignee = assignee;
                self.said.insert(TaskPart::Assignee as u8, self.version);
            }
            TaskEvent::TaskCompleted { .. } => self.state = TaskState::Done,
            TaskEvent::TaskCancelled { .. } => self.state = TaskState::Cancelled,
            TaskEvent::TaskReopened { .. } => self.state = TaskState::Open,
            TaskEvent::TaskDeleted { .. } => self.deleted = true,
            TaskEvent::TaskRestored { .. } => self.deleted = false,
            TaskEvent::TaskTextForgotten { .. } => {
                self.forgotten = true;
                self.title.clear();
                self.details = None;
                self.earlier.clear();
            }
        }
    }
}
