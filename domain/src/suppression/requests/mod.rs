//! A person's request to see what is held about them, or to be erased: from the day it came in to its answer, in time.
//!
//! It decides only about itself. What is found, sent and erased is the work of the commands; this keeps that it was done, when, and
//! on whose word.

pub mod command;
pub mod error;
pub mod events;
pub mod facts;
pub mod kind;
pub mod outcome;
pub mod received;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::command::RequestCommand;
use self::error::RequestError;
use self::events::RequestEvent;
use self::kind::{CameBy, RequestKind};
use self::outcome::{AnswerFile, FileRemoval, Outcome};
use self::received::{Received, Subject, due, words};

/// Months from the day it came in, with the one extension by two (GDPR art. 12(3)).
const MONTHS_EXTENDED: u32 = 3;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestState {
    /// Never taken down.
    #[default]
    Absent,
    Open,
    InProgress,
    Answered,
    Refused,
}

impl RequestState {
    /// As written in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            RequestState::Absent => "absent",
            RequestState::Open => "open",
            RequestState::InProgress => "in_progress",
            RequestState::Answered => "answered",
            RequestState::Refused => "refused",
        }
    }

    pub fn is_settled(self) -> bool {
        matches!(self, RequestState::Answered | RequestState::Refused)
    }
}

/// Of a request that was taken down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Taken {
    pub kind: RequestKind,
    pub came_by: CameBy,
    pub received_at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    /// Empty once the person is erased.
    pub subject: Subject,
    pub contact: Option<Uuid>,
    /// Keyed hashes of address and number.
    pub hashes: Vec<String>,
    /// Who took it down; nil for Pivotal itself.
    pub by: Uuid,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Request {
    pub state: RequestState,
    pub taken: Option<Taken>,
    pub assignee: Option<Uuid>,
    pub extended: bool,
    /// The job that answers, and who asked for it.
    pub answering: Option<(Uuid, Uuid)>,
    pub outcome: Option<Outcome>,
    pub settled_at: Option<DateTime<Utc>>,
    pub file_removed: Option<FileRemoval>,
    pub forgotten: bool,
}

impl Request {
    /// What follows from the command. No events: it was so already.
    pub fn decide(&self, command: RequestCommand) -> Result<Vec<RequestEvent>, RequestError> {
        let (taken, command) = match (&self.taken, command) {
            (None, RequestCommand::Receive { at, by, received, hashes, source }) => {
                let Received { kind, came_by, received_at, due_at, subject, contact, note, identity } =
                    *received;
                return Ok(vec![RequestEvent::RequestReceived {
                    at,
                    by,
                    kind,
                    came_by,
                    received_at,
                    due_at,
                    subject,
                    contact,
                    hashes,
                    note,
                    identity,
                    source,
                }]);
            }
            (None, _) => return Err(RequestError::Unknown),
            (Some(_), RequestCommand::Receive { .. }) => return Err(RequestError::Exists),
            (Some(taken), command) => (taken, command),
        };
        match command {
            RequestCommand::Receive { .. } => Err(RequestError::Exists),
            RequestCommand::Assign { at, by, assignee } => {
                self.unsettled()?;
                let event = RequestEvent::RequestAssigned { at, by, assignee, previous: self.assignee };
                Ok(if assignee == self.assignee { vec![] } else { vec![event] })
            }
            RequestCommand::Extend { at, why } => self.extend(taken, at, &why),
            RequestCommand::Begin { at } => {
                self.unsettled()?;
                Ok(match self.state {
                    RequestState::Open => vec![RequestEvent::RequestBegun { at }],
                    _ => vec![],
                })
            }
            RequestCommand::StartAnswer { at, by, job } => {
                self.unsettled()?;
                match self.answering {
                    Some(_) => Err(RequestError::UnderWay),
                    None if self.forgotten => Err(RequestError::Forgotten),
                    None => Ok(vec![RequestEvent::RequestAnswerStarted { at, by, job }]),
                }
            }
            RequestCommand::Answer { at, outcome } => match (self.state, self.answering) {
                // The job runs again when it died before it could say that it was done.
                (RequestState::Answered, _) => Ok(vec![]),
                (RequestState::Refused, _) => Err(RequestError::Refused),
                (_, None) => Err(RequestError::NotStarted),
                (_, Some(_)) => Ok(vec![RequestEvent::RequestAnswered { at, kind: taken.kind, outcome }]),
            },
            RequestCommand::Refuse { at, why } => {
                let why = words(Some(&why))?.ok_or(RequestError::NoReason)?;
                match (self.state, self.answering) {
                    (RequestState::Refused, _) => Ok(vec![]),
                    (RequestState::Answered, _) => Err(RequestError::Answered),
                    (_, Some(_)) => Err(RequestError::UnderWay),
                    (_, None) => Ok(vec![RequestEvent::RequestRefused { at, why: Some(why) }]),
                }
            }
            RequestCommand::RemoveFile { at, reason } => {
                let kept = self.outcome.as_ref().is_some_and(|outcome| outcome.file.is_some());
                let event = RequestEvent::RequestFileRemoved { at, reason };
                Ok(if kept && self.file_removed.is_none() { vec![event] } else { vec![] })
            }
            RequestCommand::Forget { at } => {
                Ok(if self.forgotten { vec![] } else { vec![RequestEvent::RequestForgotten { at }] })
            }
        }
    }

    fn extend(&self, taken: &Taken, at: DateTime<Utc>, why: &str) -> Result<Vec<RequestEvent>, RequestError> {
        self.unsettled()?;
        let why = words(Some(why))?.ok_or(RequestError::NoReason)?;
        if self.extended {
            return Err(RequestError::Extended);
        }
        // The person must hear of it within the first month.
        if at > taken.due_at {
            return Err(RequestError::Late(taken.due_at));
        }
        let due_at = due(taken.received_at, MONTHS_EXTENDED);
        Ok(vec![RequestEvent::RequestExtended { at, due_at, previous: taken.due_at, why: Some(why) }])
    }

    fn unsettled(&self) -> Result<(), RequestError> {
        match self.state {
            RequestState::Absent => Err(RequestError::Unknown),
            RequestState::Answered => Err(RequestError::Answered),
            RequestState::Refused => Err(RequestError::Refused),
            RequestState::Open | RequestState::InProgress => Ok(()),
        }
    }

    pub fn kind(&self) -> Option<RequestKind> {
        self.taken.as_ref().map(|taken| taken.kind)
    }

    /// Whether somebody is being erased by it right now, or has been asked to be and still may.
    pub fn needs_person(&self) -> bool {
        self.kind() == Some(RequestKind::Erasure) && !self.state.is_settled()
    }

    /// The file with the answer, or why there is none to be had.
    pub fn file(&self, now: DateTime<Utc>) -> Result<&AnswerFile, RequestError> {
        let taken = self.taken.as_ref().ok_or(RequestError::Unknown)?;
        let file = self.outcome.as_ref().and_then(|outcome| outcome.file.as_ref());
        match (self.file_removed, file) {
            (Some(FileRemoval::Expired), _) => Err(RequestError::Expired),
            (Some(FileRemoval::Erasure), _) => Err(RequestError::RemovedByErasure),
            (None, Some(file)) if file.expires_at <= now => Err(RequestError::Expired),
            (None, Some(file)) if taken.kind == RequestKind::Access => Ok(file),
            (None, _) => Err(RequestError::NoFile),
        }
    }
}

impl Aggregate for Request {
    const TYPE: &'static str = "privacy_request";
    type Command = RequestCommand;
    type Event = RequestEvent;
    type Error = RequestError;
    type Services = ();

    async fn handle(
        &mut self,
        command: RequestCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), RequestError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: RequestEvent) {
        match event {
            RequestEvent::RequestReceived {
                by,
                kind,
                came_by,
                received_at,
                due_at,
                subject,
                contact,
                hashes,
                ..
            } => {
                self.state = RequestState::Open;
                self.taken = Some(Taken { kind, came_by, received_at, due_at, subject, contact, hashes, by });
            }
            RequestEvent::RequestAssigned { assignee, .. } => self.assignee = assignee,
            RequestEvent::RequestExtended { due_at, .. } => {
                self.extended = true;
                if let Some(taken) = &mut self.taken {
                    taken.due_at = due_at;
                }
            }
            RequestEvent::RequestBegun { .. } => self.state = RequestState::InProgress,
            RequestEvent::RequestAnswerStarted { by, job, .. } => {
                self.state = RequestState::InProgress;
                self.answering = Some((job, by));
            }
            RequestEvent::RequestAnswered { at, outcome, .. } => {
                self.state = RequestState::Answered;
                self.settled_at = Some(at);
                self.outcome = Some(outcome);
            }
            RequestEvent::RequestRefused { at, .. } => {
                self.state = RequestState::Refused;
                self.settled_at = Some(at);
            }
            RequestEvent::RequestFileRemoved { reason, .. } => self.file_removed = Some(reason),
            RequestEvent::RequestForgotten { .. } => {
                self.forgotten = true;
                if let Some(taken) = &mut self.taken {
                    taken.subject = Subject::default();
                }
            }
        }
    }
}
