//! What can have happened to a sender. Whom people see as the sender is sealed with a key of the sender's own.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};

use super::checks::Check;
use super::setup::{Setup, Who};
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SenderProfileEvent {
    SenderProfileCreated {
        at: DateTime<Utc>,
        #[serde(default)]
        who: Who,
        setup: Setup,
    },
    SenderProfileChanged {
        at: DateTime<Utc>,
        #[serde(default)]
        who: Who,
        setup: Setup,
        #[serde(default)]
        previous_who: Who,
        // Boxed, so that a rare large event does not make all of them large.
        previous: Box<Setup>,
    },
    SenderProfileArchived {
        at: DateTime<Utc>,
    },
    SenderProfileRestored {
        at: DateTime<Utc>,
    },
    /// What the name servers said, and what follows.
    SenderProfileChecked {
        at: DateTime<Utc>,
        checks: Vec<Check>,
    },
}

event_names!(SenderProfileEvent {
    SenderProfileCreated,
    SenderProfileChanged,
    SenderProfileArchived,
    SenderProfileRestored,
    SenderProfileChecked,
});

impl DomainEvent for SenderProfileEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for SenderProfileEvent {
    const AGGREGATE: &'static str = "sender_profile";

    fn personal(&self) -> &'static [PersonalPart] {
        match self {
            SenderProfileEvent::SenderProfileCreated { .. } => &[PersonalPart::Key("who")],
            SenderProfileEvent::SenderProfileChanged { .. } => {
                &[PersonalPart::Key("who"), PersonalPart::Key("previous_who")]
            }
            // Records of name servers, which everybody can read; addresses in them are left out.
            SenderProfileEvent::SenderProfileArchived { .. }
            | SenderProfileEvent::SenderProfileRestored { .. }
            | SenderProfileEvent::SenderProfileChecked { .. } => &[],
        }
    }
}
