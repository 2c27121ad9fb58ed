//! What can have happened to a suppression. Emails and phone numbers are personal, and so are the words about them;
//! domains and accounts are not.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};

use super::key::Kind;
use super::reach::Reach;
use super::reason::Reason;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

/// The guard (`guard.write_suppression` in the migrations) reads `key`, `kind`, `reach`, `reason`, `at` and `until` of these.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SuppressionEvent {
    SuppressionAdded {
        at: DateTime<Utc>,
        kind: Kind,
        /// Keyed hash of the normalised value: what is left of a person who is erased.
        key: String,
        reach: Reach,
        #[serde(default)]
        value: Option<String>,
        reason: Reason,
        until: Option<DateTime<Utc>>,
        #[serde(default)]
        note: Option<String>,
        source: String,
    },
    /// Added again while it held: for a weightier reason, or for longer.
    SuppressionChanged {
        at: DateTime<Utc>,
        kind: Kind,
        reason: Reason,
        until: Option<DateTime<Utc>>,
        previous_reason: Reason,
        previous_until: Option<DateTime<Utc>>,
        #[serde(default)]
        note: Option<String>,
        source: String,
    },
    SuppressionReleased {
        at: DateTime<Utc>,
        kind: Kind,
        #[serde(default)]
        why: Option<String>,
        was: Reason,
        source: String,
    },
    /// The value can no longer be read; the suppression holds on.
    SuppressionErased { at: DateTime<Utc>, kind: Kind },
}

event_names!(SuppressionEvent {
    SuppressionAdded,
    SuppressionChanged,
    SuppressionReleased,
    SuppressionErased
});

impl DomainEvent for SuppressionEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl SuppressionEvent {
    fn kind(&self) -> Kind {
        match self {
            SuppressionEvent::SuppressionAdded { kind, .. }
            | SuppressionEvent::SuppressionChanged { kind, .. }
            | SuppressionEvent::SuppressionReleased { kind, .. }
            | SuppressionEvent::SuppressionErased { kind, .. } => *kind,
        }
    }
}

impl LoggedEvent for SuppressionEvent {
    const AGGREGATE: &'static str = "suppression";

    fn personal(&self) -> &'static [PersonalPart] {
        if !self.kind().is_personal() {
            return &[];
        }
        match self {
            SuppressionEvent::SuppressionAdded { .. } => {
                &[PersonalPart::Key("value"), PersonalPart::Key("note")]
            }
            SuppressionEvent::SuppressionChanged { .. } => &[PersonalPart::Key("note")],
            SuppressionEvent::SuppressionReleased { .. } => &[PersonalPart::Key("why")],
            SuppressionEvent::SuppressionErased { .. } => &[],
        }
    }
}
