//! What can have happened to a reply. Who wrote and what they wrote is sealed: with the contact's key where it is known whose it is,
//! with a key of the reply's own where it is not.

use chrono::{DateTime, NaiveDate, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Matched, ReplyKind, Who, Words};
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum EmailReplyEvent {
    EmailReplyReceived {
        at: DateTime<Utc>,
        /// The mail of ours that it answers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<Uuid>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        campaign: Option<Uuid>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contact: Option<Uuid>,
        matched: Matched,
        kind: ReplyKind,
        /// Of somebody who is away: the day they say they are back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        away_until: Option<NaiveDate>,
        #[serde(default)]
        who: Who,
        #[serde(default)]
        words: Words,
    },
    /// Somebody said whose it is.
    EmailReplyMatched {
        at: DateTime<Utc>,
        contact: Uuid,
        previous: Option<Uuid>,
    },
    /// To one of our users, or to nobody.
    EmailReplyAssigned {
        at: DateTime<Utc>,
        to: Option<Uuid>,
        previous: Option<Uuid>,
    },
    EmailReplyDone {
        at: DateTime<Utc>,
    },
    EmailReplyReopened {
        at: DateTime<Utc>,
    },
    /// Whoever wrote it was erased, or its time was over; its own key, if it had one, is destroyed with this.
    EmailReplyForgotten {
        at: DateTime<Utc>,
    },
}

event_names!(EmailReplyEvent {
    EmailReplyReceived,
    EmailReplyMatched,
    EmailReplyAssigned,
    EmailReplyDone,
    EmailReplyReopened,
    EmailReplyForgotten,
});

impl DomainEvent for EmailReplyEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for EmailReplyEvent {
    const AGGREGATE: &'static str = "email_reply";

    fn personal(&self) -> &'static [PersonalPart] {
        match self {
            EmailReplyEvent::EmailReplyReceived { .. } => {
                &[PersonalPart::Key("who"), PersonalPart::Key("words")]
            }
            EmailReplyEvent::EmailReplyMatched { .. }
            | EmailReplyEvent::EmailReplyAssigned { .. }
            | EmailReplyEvent::EmailReplyDone { .. }
            | EmailReplyEvent::EmailReplyReopened { .. }
            | EmailReplyEvent::EmailReplyForgotten { .. } => &[],
        }
    }

    fn subject(&self, aggregate_id: Uuid) -> Option<Uuid> {
        match self {
            EmailReplyEvent::EmailReplyReceived { contact, .. } => Some(contact.unwrap_or(aggregate_id)),
            EmailReplyEvent::EmailReplyMatched { .. }
            | EmailReplyEvent::EmailReplyAssigned { .. }
            | EmailReplyEvent::EmailReplyDone { .. }
            | EmailReplyEvent::EmailReplyReopened { .. }
            | EmailReplyEvent::EmailReplyForgotten { .. } => None,
        }
    }
}
