//! What can have happened to a snippet. It goes out to thousands and is about none of them.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::email::templates::blocks::Block;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SnippetEvent {
    EmailSnippetCreated {
        at: DateTime<Utc>,
        by: Uuid,
        brand: Uuid,
        name: String,
        blocks: Vec<Block>,
    },
    /// Each save is a version, counted from 1, which is what it was created with.
    EmailSnippetSaved {
        at: DateTime<Utc>,
        by: Uuid,
        version: u32,
        blocks: Vec<Block>,
    },
    EmailSnippetArchived {
        at: DateTime<Utc>,
    },
    EmailSnippetRestored {
        at: DateTime<Utc>,
    },
}

event_names!(SnippetEvent {
    EmailSnippetCreated,
    EmailSnippetSaved,
    EmailSnippetArchived,
    EmailSnippetRestored,
});

impl DomainEvent for SnippetEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for SnippetEvent {
    const AGGREGATE: &'static str = "email_snippet";

    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
