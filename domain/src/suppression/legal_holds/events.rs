//! What can have happened to a legal hold. What is said of a person is sealed with their own key, and goes with them.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::over::Over;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

/// The guard (`guard.write_legal_hold` in the migrations) reads `over` and `at` of these.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum LegalHoldEvent {
    LegalHoldPlaced {
        at: DateTime<Utc>,
        over: Over,
        #[serde(default)]
        reason: Option<String>,
        #[serde(default)]
        reference: Option<String>,
        source: String,
    },
    LegalHoldLifted {
        at: DateTime<Utc>,
        over: Over,
        #[serde(default)]
        why: Option<String>,
        source: String,
    },
    /// The person was erased: what was said cannot be read any more.
    LegalHoldErased { at: DateTime<Utc>, over: Over },
}

event_names!(LegalHoldEvent { LegalHoldPlaced, LegalHoldLifted, LegalHoldErased });

impl DomainEvent for LegalHoldEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LegalHoldEvent {
    pub fn over(&self) -> Over {
        match self {
            LegalHoldEvent::LegalHoldPlaced { over, .. }
            | LegalHoldEvent::LegalHoldLifted { over, .. }
            | LegalHoldEvent::LegalHoldErased { over, .. } => *over,
        }
    }
}

impl LoggedEvent for LegalHoldEvent {
    const AGGREGATE: &'static str = "legal_hold";

    fn personal(&self) -> &'static [PersonalPart] {
        match (self.over(), self) {
            (Over::Account(_) | Over::Data(_), _) | (_, LegalHoldEvent::LegalHoldErased { .. }) => &[],
            (Over::Contact(_), LegalHoldEvent::LegalHoldPlaced { .. }) => {
                &[PersonalPart::Key("reason"), PersonalPart::Key("reference")]
            }
            (Over::Contact(_), LegalHoldEvent::LegalHoldLifted { .. }) => &[PersonalPart::Key("why")],
        }
    }

    /// The contact's own key.
    fn subject(&self, _aggregate_id: Uuid) -> Option<Uuid> {
        match self.over() {
            Over::Contact(contact) if !self.personal().is_empty() => Some(contact),
            Over::Contact(_) | Over::Account(_) | Over::Data(_) => None,
        }
    }
}
