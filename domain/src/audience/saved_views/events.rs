//! What can have happened to a saved view. Each says the whole view, so that it can be shown as it was.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};

use super::View;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SavedViewEvent {
    SavedViewCreated { at: DateTime<Utc>, view: View },
    SavedViewChanged { at: DateTime<Utc>, view: View, previous: View },
    SavedViewDeleted { at: DateTime<Utc> },
    SavedViewRestored { at: DateTime<Utc> },
}

event_names!(SavedViewEvent { SavedViewCreated, SavedViewChanged, SavedViewDeleted, SavedViewRestored });

impl DomainEvent for SavedViewEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for SavedViewEvent {
    const AGGREGATE: &'static str = "saved_view";

    /// Conditions are what somebody looks for, not what is known of a person.
    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
