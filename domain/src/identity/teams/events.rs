//! What can have happened to a team.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};

use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum TeamEvent {
    TeamCreated {
        at: DateTime<Utc>,
        name: String,
    },
    TeamRenamed {
        at: DateTime<Utc>,
        name: String,
        previous: String,
    },
    /// Nobody joins it any more, and it is not offered; who is in it and what it has stay.
    TeamArchived {
        at: DateTime<Utc>,
    },
    TeamRestored {
        at: DateTime<Utc>,
    },
}

event_names!(TeamEvent { TeamCreated, TeamRenamed, TeamArchived, TeamRestored });

impl DomainEvent for TeamEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for TeamEvent {
    const AGGREGATE: &'static str = "team";

    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
