//! The note: what somebody wrote down about a contact or an account, in plain text.

pub mod command;
pub mod error;
pub mod events;
pub mod reach;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::command::NoteCommand;
use self::error::NoteError;
use self::events::NoteEvent;
use super::about::About;
use super::words::{self, Changed, TooLong};

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// `None`: never added.
    pub about: Option<About>,
    pub author: Option<Uuid>,
    /// Empty once its person was erased.
    pub body: String,
    pub pinned: bool,
    pub deleted: bool,
    pub forgotten: bool,
    /// What it said before: it, too, may name somebody who asks to be forgotten.
    pub earlier: Vec<String>,
    /// Events so far.
    pub version: i64,
    /// With which of them the text was written last.
    written: i64,
}

impl Note {
    pub fn exists(&self) -> bool {
        self.about.is_some()
    }

    /// Everything it says and ever said.
    pub fn texts(&self) -> Vec<String> {
        std::iter::once(&self.body).chain(&self.earlier).cloned().collect()
    }

    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: NoteCommand) -> Result<Vec<NoteEvent>, NoteError> {
        match (self.about, command) {
            (None, NoteCommand::Add { about, body, pinned, by, at }) => {
                let added = NoteEvent::NoteAdded { at, by, about, body: text(&body)? };
                let pin = pinned.then_some(NoteEvent::NotePinned { at });
                Ok(std::iter::once(added).chain(pin).collect())
            }
            (Some(_), NoteCommand::Add { .. }) => Err(NoteError::Exists),
            (None, _) => Err(NoteError::Unknown),
            (Some(_), NoteCommand::Delete { at }) => {
                Ok(if self.deleted { vec![] } else { vec![NoteEvent::NoteDeleted { at }] })
            }
            (Some(_), NoteCommand::Restore { at }) => {
                Ok(if self.deleted { vec![NoteEvent::NoteRestored { at }] } else { vec![] })
            }
            (Some(_), NoteCommand::ForgetText { at }) => {
                Ok(if self.forgotten { vec![] } else { vec![NoteEvent::NoteTextForgotten { at }] })
            }
            (Some(_), _) if self.deleted => Err(NoteError::Deleted),
            (Some(about), NoteCommand::Edit { body, expected, by, at }) => {
                self.edit(about, text(&body)?, expected, by, at)
            }
            (Some(_), NoteCommand::Pin { pinned, .. }) if pinned == self.pinned => Ok(vec![]),
            (Some(_), NoteCommand::Pin { pinned: true, at }) => Ok(vec![NoteEvent::NotePinned { at }]),
            (Some(_), NoteCommand::Pin { pinned: false, at }) => Ok(vec![NoteEvent::NoteUnpinned { at }]),
        }
    }

    fn edit(
        &self,
        about: About,
        body: String,
        expected: Option<i64>,
        by: Option<Uuid>,
        at: DateTime<Utc>,
    ) -> Result<Vec<NoteEvent>, NoteError> {
        if self.forgotten {
            return Err(NoteError::Forgotten);
        }
        if body == self.body {
            return Ok(vec![]);
        }
        if expected.is_some_and(|seen| self.written > seen) {
            return Err(NoteError::ChangedSince);
        }
        let body = Some(Changed { old: self.body.clone(), new: body });
        Ok(vec![NoteEvent::NoteEdited { at, by, about, body }])
    }
}

fn text(raw: &str) -> Result<String, NoteError> {
    match words::body(raw) {
        Ok(text) if text.is_empty() => Err(NoteError::Empty),
        Ok(text) => Ok(text),
        Err(TooLong(length)) => Err(NoteError::TooLong(length)),
    }
}

impl Aggregate for Note {
    const TYPE: &'static str = "note";
    type Command = NoteCommand;
    type Event = NoteEvent;
    type Error = NoteError;
    type Services = ();

    async fn handle(
        &mut self,
        command: NoteCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), NoteError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: NoteEvent) {
        self.version += 1;
        match event {
            NoteEvent::NoteAdded { by, about, body, .. } => {
                self.about = Some(about);
                self.author = by;
                self.body = body;
                self.written = self.version;
            }
            NoteEvent::NoteEdited { body, .. } => {
                if let Some(body) = body {
                    self.earlier.push(body.old);
                    self.body = body.new;
                }
                self.written = self.version;
            }
            NoteEvent::NotePinned { .. } => self.pinned = true,
            NoteEvent::NoteUnpinned { .. } => self.pinned = false,
            NoteEvent::NoteDeleted { .. } => self.deleted = true,
            NoteEvent::NoteRestored { .. } => self.deleted = false,
            NoteEvent::NoteTextForgotten { .. } => {
                self.forgotten = true;
                self.body.clear();
                self.earlier.clear();
            }
        }
    }
}
