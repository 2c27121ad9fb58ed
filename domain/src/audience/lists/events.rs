//! What can have happened to a list. Who came into it and left is told by facts (`facts`).

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};

use super::Made;
use super::details::Details;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ListEvent {
    ListCreated {
        at: DateTime<Utc>,
        #[serde(flatten)]
        made: Made,
    },
    ListDetailsChanged {
        at: DateTime<Utc>,
        details: Details,
        previous: Details,
    },
    ListArchived {
        at: DateTime<Utc>,
    },
    ListRestored {
        at: DateTime<Utc>,
    },
}

event_names!(ListEvent { ListCreated, ListDetailsChanged, ListArchived, ListRestored });

impl ListEvent {
    pub(super) fn changes_nothing(&self) -> bool {
        matches!(self, ListEvent::ListDetailsChanged { details, previous, .. } if details == previous)
    }
}

impl DomainEvent for ListEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for ListEvent {
    const AGGREGATE: &'static str = "list";

    /// A list is called by what it is for.
    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
