//! What can have happened to a segment. Shapes only grow; each is pinned by a golden file.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Details, Kept};
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SegmentEvent {
    SegmentCreated { at: DateTime<Utc>, kept: Kept },
    SegmentDetailsChanged { at: DateTime<Utc>, details: Details, previous: Details },
    SegmentDefinitionChanged { at: DateTime<Utc>, definition: Value, previous: Value },
    SegmentSwitched { at: DateTime<Utc>, active: bool },
    SegmentRefreshAsked { at: DateTime<Utc> },
    SegmentArchived { at: DateTime<Utc> },
    SegmentRestored { at: DateTime<Utc> },
}

event_names!(SegmentEvent {
    SegmentCreated,
    SegmentDetailsChanged,
    SegmentDefinitionChanged,
    SegmentSwitched,
    SegmentRefreshAsked,
    SegmentArchived,
    SegmentRestored,
});

impl DomainEvent for SegmentEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for SegmentEvent {
    const AGGREGATE: &'static str = "segment";

    /// A definition is what somebody looks for, not what is known of a person.
    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
