//! What was done about a request, step by step, read from the log itself.

use chrono::{DateTime, Utc};
use pivotal_domain::suppression::requests::events::RequestEvent;
use pivotal_log::reader;
use uuid::Uuid;

use crate::audience::history::port::Reading;
use crate::page::QueryError;

/// One step.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub position: i64,
    pub event_type: String,
    pub title: String,
    pub at: DateTime<Utc>,
    /// A user's id, or `system`.
    pub actor: String,
    /// Words; `None` once the person is erased.
    pub text: Option<String>,
    /// To whom it was given.
    pub assignee: Option<Uuid>,
}

/// Everything, oldest first. Whether the viewer may see the request was asked before.
pub async fn told(Reading { pool, opener }: Reading<'_>, id: Uuid) -> Result<Vec<Told>, QueryError> {
    let entries = reader::read_record(pool, "privacy_request", id).await?;
    let opened = opener.open(&entries, |_| true).await?;
    let mut told = Vec::with_capacity(entries.len());
    for entry in opened.entries() {
        // An event of a newer release is shown as what it is called.
        let (title, text, assignee) = match opened.event::<RequestEvent>(entry) {
            Ok(event) => words(event),
            Err(_) => (entry.name.clone(), None, None),
        };
        told.push(Told {
            position: entry.position,
            event_type: entry.name.clone(),
            title,
            at: entry.recorded_at,
            actor: entry.metadata().actor,
            text,
            assignee,
        });
    }
    Ok(told)
}

/// Title, free text, and to whom it was given.
fn words(event: RequestEvent) -> (String, Option<String>, Option<Uuid>) {
    let day = |at: DateTime<Utc>| at.format("%-d %b %Y").to_string();
    match event {
        RequestEvent::RequestReceived { kind, due_at, note, .. } => {
            (format!("{} requested, due {}", kind.label(), day(due_at)), note, None)
        }
        RequestEvent::RequestAssigned { assignee: Some(assignee), .. } => {
            ("Given to".to_owned(), None, Some(assignee))
        }
        RequestEvent::RequestAssigned { .. } => ("Given to nobody".to_owned(), None, None),
        RequestEvent::RequestExtended { due_at, why, .. } => {
            (format!("Time extended to {}", day(due_at)), why, None)
        }
        RequestEvent::RequestBegun { .. } => ("Begun".to_owned(), None, None),
        RequestEvent::RequestAnswerStarted { .. } => ("Answer started".to_owned(), None, None),
        RequestEvent::RequestAnswered { .. } => ("Answered".to_owned(), None, None),
        RequestEvent::RequestRefused { why, .. } => ("Refused".to_owned(), why, None),
        RequestEvent::RequestFileRemoved { .. } => ("File deleted".to_owned(), None, None),
        RequestEvent::RequestForgotten { .. } => ("The person was forgotten".to_owned(), None, None),
    }
}
