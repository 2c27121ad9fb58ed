//! What can have happened to a request. Kind, moments, outcome and the keyed hashes stay when the person is erased, as the
//! account of what was done; who it was and every word about them lie under a key of the request's own and go with that.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::kind::{CameBy, RequestKind};
use super::outcome::{FileRemoval, Outcome};
use super::received::Subject;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum RequestEvent {
    RequestReceived {
        at: DateTime<Utc>,
        /// Nil for Pivotal itself.
        by: Uuid,
        kind: RequestKind,
        came_by: CameBy,
        received_at: DateTime<Utc>,
        due_at: DateTime<Utc>,
        #[serde(default)]
        subject: Subject,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contact: Option<Uuid>,
        hashes: Vec<String>,
        #[serde(default)]
        note: Option<String>,
        #[serde(default)]
        identity: Option<String>,
        source: String,
    },
    RequestAssigned {
        at: DateTime<Utc>,
        by: Uuid,
        assignee: Option<Uuid>,
        previous: Option<Uuid>,
    },
    RequestExtended {
        at: DateTime<Utc>,
        due_at: DateTime<Utc>,
        previous: DateTime<Utc>,
        #[serde(default)]
        why: Option<String>,
    },
    RequestBegun {
        at: DateTime<Utc>,
    },
    RequestAnswerStarted {
        at: DateTime<Utc>,
        by: Uuid,
        job: Uuid,
    },
    RequestAnswered {
        at: DateTime<Utc>,
        kind: RequestKind,
        outcome: Outcome,
    },
    RequestRefused {
        at: DateTime<Utc>,
        #[serde(default)]
        why: Option<String>,
    },
    RequestFileRemoved {
        at: DateTime<Utc>,
        reason: FileRemoval,
    },
    /// The person was erased; the request's own key is destroyed with this.
    RequestForgotten {
        at: DateTime<Utc>,
    },
}

event_names!(RequestEvent {
    RequestReceived,
    RequestAssigned,
    RequestExtended,
    RequestBegun,
    RequestAnswerStarted,
    RequestAnswered,
    RequestRefused,
    RequestFileRemoved,
    RequestForgotten,
});

impl DomainEvent for RequestEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for RequestEvent {
    const AGGREGATE: &'static str = "privacy_request";

    fn personal(&self) -> &'static [PersonalPart] {
        match self {
            RequestEvent::RequestReceived { .. } => {
                &[PersonalPart::Key("subject"), PersonalPart::Key("note"), PersonalPart::Key("identity")]
            }
            RequestEvent::RequestExtended { .. } | RequestEvent::RequestRefused { .. } => {
                &[PersonalPart::Key("why")]
            }
            RequestEvent::RequestAssigned { .. }
            | RequestEvent::RequestBegun { .. }
            | RequestEvent::RequestAnswerStarted { .. }
            | RequestEvent::RequestAnswered { .. }
            | RequestEvent::RequestFileRemoved { .. }
            | RequestEvent::RequestForgotten { .. } => &[],
        }
    }
}
