//! What can have happened to a brand. It is about nobody.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Look;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum EmailBrandEvent {
    EmailBrandCreated {
        at: DateTime<Utc>,
        look: Look,
    },
    EmailBrandChanged {
        at: DateTime<Utc>,
        look: Look,
        previous: Look,
    },
    EmailBrandDefaultSet {
        at: DateTime<Utc>,
        /// A sender profile.
        sender: Option<Uuid>,
        previous: Option<Uuid>,
    },
    EmailBrandArchived {
        at: DateTime<Utc>,
    },
    EmailBrandRestored {
        at: DateTime<Utc>,
    },
}

event_names!(EmailBrandEvent {
    EmailBrandCreated,
    EmailBrandChanged,
    EmailBrandDefaultSet,
    EmailBrandArchived,
    EmailBrandRestored,
});

impl DomainEvent for EmailBrandEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for EmailBrandEvent {
    const AGGREGATE: &'static str = "email_brand";

    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
