//! What can have happened to a domain set.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Details;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DomainSetEvent {
    /// The file is stored, and a job reads and matches it.
    DomainSetCreated {
        at: DateTime<Utc>,
        by: Uuid,
        details: Details,
        source: Source,
        /// As the person named it, sealed: people are named in names of files. Absent after an erasure.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        file_name: Option<String>,
        /// Companies that are not known become accounts.
        stubs: bool,
        job: Uuid,
    },
    DomainSetChanged {
        at: DateTime<Utc>,
        details: Details,
        previous: Details,
    },
    /// All lines are read; the file is deleted.
    DomainSetRead {
        at: DateTime<Utc>,
        read: Read,
    },
    DomainSetMatchingStarted {
        at: DateTime<Utc>,
        by: Uuid,
        job: Uuid,
        stubs: bool,
    },
    DomainSetMatched {
        at: DateTime<Utc>,
        job: Uuid,
        matched: Matched,
    },
    /// Somebody cancelled it. What was matched until then stays.
    DomainSetMatchingStopped {
        at: DateTime<Utc>,
        job: Uuid,
    },
    DomainSetMatchingFailed {
        at: DateTime<Utc>,
        job: Uuid,
        error: String,
    },
    DomainSetArchived {
        at: DateTime<Utc>,
    },
    DomainSetRestored {
        at: DateTime<Utc>,
    },
    /// The key of what its lines say beside domain and company is gone.
    DomainSetWordsForgotten {
        at: DateTime<Utc>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    File,
    Paste,
}

impl Source {
    pub fn as_str(self) -> &'static str {
        match self {
            Source::File => "file",
            Source::Paste => "paste",
        }
    }
}

/// What the lines of the file came to: the three numbers add up to the lines that are not blank.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// Domains, each once.
    pub items: u64,
    /// Lines whose domain stands further up.
    pub repeated: u64,
    /// Lines that name no domain.
    pub invalid: u64,
}

/// What a matching came to, item by item.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matched {
    pub exact: u64,
    /// Waiting for a person.
    pub fuzzy: u64,
    pub unknown: u64,
    /// Accounts made for what was unknown; counted among `exact`, too.
    pub stubs: u64,
}

event_names!(DomainSetEvent {
    DomainSetCreated,
    DomainSetChanged,
    DomainSetRead,
    DomainSetMatchingStarted,
    DomainSetMatched,
    DomainSetMatchingStopped,
    DomainSetMatchingFailed,
    DomainSetArchived,
    DomainSetRestored,
    DomainSetWordsForgotten,
});

impl DomainEvent for DomainSetEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for DomainSetEvent {
    const AGGREGATE: &'static str = "domain_set";

    /// Sealed with a key of the set's own.
    fn personal(&self) -> &'static [PersonalPart] {
        match self {
            DomainSetEvent::DomainSetCreated { .. } => &[PersonalPart::Key("file_name")],
            DomainSetEvent::DomainSetChanged { .. }
            | DomainSetEvent::DomainSetRead { .. }
            | DomainSetEvent::DomainSetMatchingStarted { .. }
            | DomainSetEvent::DomainSetMatched { .. }
            | DomainSetEvent::DomainSetMatchingStopped { .. }
            | DomainSetEvent::DomainSetMatchingFailed { .. }
            | DomainSetEvent::DomainSetArchived { .. }
            | DomainSetEvent::DomainSetRestored { .. }
            | DomainSetEvent::DomainSetWordsForgotten { .. } => &[],
        }
    }
}
