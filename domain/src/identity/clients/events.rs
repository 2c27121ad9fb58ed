//! What can have happened to a client organisation. Names of organisations are not personal.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};

use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ClientEvent {
    ClientCreated { at: DateTime<Utc>, name: String },
    ClientRenamed { at: DateTime<Utc>, name: String, previous: String },
    ClientArchived { at: DateTime<Utc>, reason: Option<String> },
}

event_names!(ClientEvent { ClientCreated, ClientRenamed, ClientArchived });

impl DomainEvent for ClientEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for ClientEvent {
    const AGGREGATE: &'static str = "client";

    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
