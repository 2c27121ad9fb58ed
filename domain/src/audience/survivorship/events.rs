//! What can have happened to the rules of an entity.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::outcome::Difference;
use super::rules::Rules;
use crate::audience::record::previews::PreviewRemoval;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SurvivorshipEvent {
    SurvivorshipChanged {
        at: DateTime<Utc>,
        rules: Rules,
        previous: Rules,
    },
    SurvivorshipPreviewStarted {
        at: DateTime<Utc>,
        job: Uuid,
        rules: Rules,
    },
    SurvivorshipPreviewed {
        at: DateTime<Utc>,
        /// The job that looked; its lists are stored under this id.
        job: Uuid,
        expires_at: DateTime<Utc>,
        difference: Difference,
    },
    SurvivorshipPreviewStopped {
        at: DateTime<Utc>,
        job: Uuid,
    },
    SurvivorshipPreviewRemoved {
        at: DateTime<Utc>,
        job: Uuid,
        reason: PreviewRemoval,
    },
    /// What is there is weighed anew by a bulk change.
    SurvivorshipApplied {
        at: DateTime<Utc>,
        preview: Uuid,
        bulk: Uuid,
    },
}

event_names!(SurvivorshipEvent {
    SurvivorshipChanged,
    SurvivorshipPreviewStarted,
    SurvivorshipPreviewed,
    SurvivorshipPreviewStopped,
    SurvivorshipPreviewRemoved,
    SurvivorshipApplied,
});

impl DomainEvent for SurvivorshipEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for SurvivorshipEvent {
    const AGGREGATE: &'static str = "survivorship";

    /// Rules and numbers are about nobody.
    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
