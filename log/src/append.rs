//! What one append carries: events, facts, guard operations, jobs, keys, progress. All of it happens or none does.

use chrono::{DateTime, Utc};
use cqrs_es::{Aggregate, DomainEvent};
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::log::personal::{LoggedEvent, PersonalPart};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

/// Which queue into the appender: people must not wait behind an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lane {
    #[default]
    Interactive,
    Bulk,
}

/// An event on its way in; its payload is still readable.
#[derive(Debug, Clone)]
pub struct NewEvent {
    pub aggregate_type: &'static str,
    pub aggregate_id: Uuid,
    pub sequence: i64,
    pub event_type: String,
    pub event_version: String,
    pub payload: Value,
    pub metadata: Metadata,
    pub personal: &'static [PersonalPart],
    pub subject: Option<Uuid>,
}

/// Something that happened in volume and is never decided upon as an aggregate.
#[derive(Debug, Clone)]
pub struct NewFact {
    pub kind: &'static str,
    pub version: &'static str,
    pub about_type: &'static str,
    pub about_id: Uuid,
    /// `{"Kind": {...}}`, like an event.
    pub payload: Value,
    pub metadata: Metadata,
    pub personal: &'static [PersonalPart],
    pub subject: Option<Uuid>,
}

/// A change of a guard table in the appending transaction. Personal values come as blind-index keys.
#[derive(Debug, Clone)]
pub enum GuardOp {
    /// Take a unique value; the request is dropped when another record holds it.
    Claim {
        scope: &'static str,
        key: Vec<u8>,
        owner: Uuid,
    },
    Release {
        scope: &'static str,
        key: Vec<u8>,
        owner: Uuid,
    },
    /// A key under which the record can be found; not unique.
    AddKey {
        scope: &'static str,
        key: Vec<u8>,
        owner: Uuid,
    },
    RemoveKey {
        scope: &'static str,
        key: Vec<u8>,
        owner: Uuid,
    },
    /// Changes nothing: what was decided relies on a guard that the log writes itself (`guard.changes`) being as it was read.
    /// Somebody changed it since: a conflict.
    Unchanged {
        scope: &'static str,
        /// The last change that was read.
        last: Uuid,
    },
}

/// Work to do after the commit.
#[derive(Debug, Clone)]
pub struct NewJob {
    pub id: Uuid,
    pub kind: &'static str,
    /// What a person reads on the System page.
    pub title: String,
    pub payload: Value,
    /// While a job with this key is open, another is not enqueued.
    pub unique_key: Option<String>,
    pub run_at: Option<DateTime<Utc>>,
    /// Higher runs first.
    pub priority: i16,
    pub max_attempts: i32,
    /// Path in the web app where its result is seen.
    pub link: Option<String>,
    pub created_by: Option<Uuid>,
}

impl NewJob {
    pub fn new(
        id: Uuid,
        kind: &'static str,
        title: impl Into<String>,
        payload: impl Serialize,
    ) -> Result<Self, serde_json::Error> {
        Ok(NewJob {
            id,
            kind,
            title: title.into(),
            payload: serde_json::to_value(payload)?,
            unique_key: None,
            run_at: None,
            priority: 0,
            max_attempts: 8,
            link: None,
            created_by: None,
        })
    }
}

/// How far a running job is, committed together with the work it counts.
#[derive(Debug, Clone)]
pub struct JobProgress {
    pub job: Uuid,
    pub done: i64,
    pub total: Option<i64>,
    pub phase: Option<String>,
    /// What the job needs to resume from here.
    pub state: Option<Value>,
}

#[derive(Debug, Clone)]
pub struct IdempotencyKey {
    pub key: String,
    /// Hash of the request: the same key with another request is a caller's mistake.
    pub fingerprint: Vec<u8>,
    /// What a repeat is answered with.
    pub result: Value,
}

/// One all-or-nothing request.
#[derive(Debug, Clone, Default)]
pub struct Append {
    pub lane: Lane,
    pub events: Vec<NewEvent>,
    pub facts: Vec<NewFact>,
    pub guards: Vec<GuardOp>,
    pub jobs: Vec<NewJob>,
    pub idempotency: Option<IdempotencyKey>,
    pub progress: Option<JobProgress>,
    /// People who appear with this append for the first time. One who has a key already makes it a conflict.
    pub new_subjects: Vec<Uuid>,
}

impl Append {
    pub fn new(lane: Lane) -> Self {
        Append { lane, ..Append::default() }
    }

    /// Adds what an aggregate decided. `sequence` is the one it was loaded at (0 when it is new).
    pub fn events<A>(
        &mut self,
        id: Uuid,
        sequence: i64,
        events: Vec<A::Event>,
        metadata: &Metadata,
    ) -> Result<(), serde_json::Error>
    where
        A: Aggregate,
        A::Event: LoggedEvent,
    {
        for (next, event) in (sequence + 1..).zip(events) {
            let subject = event.subject(id);
            // A record about somebody else uses the key that person has.
            if next == 1 && subject == Some(id) {
                self.new_subjects.push(id);
            }
            self.events.push(NewEvent {
                aggregate_type: A::TYPE,
                aggregate_id: id,
                sequence: next,
                event_type: event.event_type(),
                event_version: event.event_version(),
                personal: event.personal(),
                subject,
                payload: serde_json::to_value(&event)?,
                metadata: metadata.clone(),
            });
        }
        Ok(())
    }

    /// Whether there is anything to write.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
            && self.facts.is_empty()
            && self.guards.is_empty()
            && self.jobs.is_empty()
            && self.progress.is_none()
    }
}
