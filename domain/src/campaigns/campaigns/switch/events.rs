//! What can have happened to the switch. The log itself keeps the guard from these (`guard.write_sending()`).

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};

use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SendingSwitchEvent {
    SendingStopped {
        at: DateTime<Utc>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    SendingAllowed {
        at: DateTime<Utc>,
    },
}

event_names!(SendingSwitchEvent { SendingStopped, SendingAllowed });

impl DomainEvent for SendingSwitchEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for SendingSwitchEvent {
    const AGGREGATE: &'static str = "sending_switch";

    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
