//! What can have happened to a client organisation. Names of organisations are not personal.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::details::Details;
use super::lists::Filling;
use super::terms::Terms;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ClientEvent {
    ClientCreated {
        at: DateTime<Utc>,
        name: String,
    },
    ClientRenamed {
        at: DateTime<Utc>,
        name: String,
        previous: String,
    },
    ClientDetailsChanged {
        at: DateTime<Utc>,
        details: Details,
        previous: Details,
    },
    ClientOwnerChanged {
        at: DateTime<Utc>,
        /// A user of ours.
        owner: Option<Uuid>,
        previous: Option<Uuid>,
    },
    ClientArchived {
        at: DateTime<Utc>,
        reason: Option<String>,
        /// Who looked after it then: whom it concerns.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<Uuid>,
    },
    ClientRestored {
        at: DateTime<Utc>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<Uuid>,
    },
    ClientTermsSet {
        at: DateTime<Utc>,
        /// From 1.
        version: i64,
        terms: Terms,
    },
    ClientTermsWithdrawn {
        at: DateTime<Utc>,
        /// Counted on: what comes next is another.
        version: i64,
    },
    ClientBrandAdded {
        at: DateTime<Utc>,
        brand: Uuid,
        name: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        website: Option<String>,
    },
    ClientBrandChanged {
        at: DateTime<Utc>,
        brand: Uuid,
        name: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        website: Option<String>,
        previous: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        previous_website: Option<String>,
    },
    ClientBrandArchived {
        at: DateTime<Utc>,
        brand: Uuid,
    },
    ClientBrandRestored {
        at: DateTime<Utc>,
        brand: Uuid,
    },
    ClientListAdded {
        at: DateTime<Utc>,
        list: Uuid,
        name: String,
    },
    ClientListRenamed {
        at: DateTime<Utc>,
        list: Uuid,
        name: String,
        previous: String,
    },
    /// In the place of what it held before.
    ClientListFilled {
        at: DateTime<Utc>,
        list: Uuid,
        filling: Filling,
    },
    /// The last file was taken back.
    ClientListUnfilled {
        at: DateTime<Utc>,
        list: Uuid,
        /// What it holds again; nothing: it had none before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        filling: Option<Filling>,
    },
    ClientListRemoved {
        at: DateTime<Utc>,
        list: Uuid,
    },
    /// As it was when it was removed.
    ClientListRestored {
        at: DateTime<Utc>,
        list: Uuid,
        name: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        filling: Option<Filling>,
    },
    /// One of ours looks at what the client's people see.
    ClientViewed {
        at: DateTime<Utc>,
        viewer: Uuid,
        reason: String,
        until: DateTime<Utc>,
    },
    ClientViewEnded {
        at: DateTime<Utc>,
        viewer: Uuid,
    },
}

event_names!(ClientEvent {
    ClientCreated,
    ClientRenamed,
    ClientDetailsChanged,
    ClientOwnerChanged,
    ClientArchived,
    ClientRestored,
    ClientTermsSet,
    ClientTermsWithdrawn,
    ClientBrandAdded,
    ClientBrandChanged,
    ClientBrandArchived,
    ClientBrandRestored,
    ClientListAdded,
    ClientListRenamed,
    ClientListFilled,
    ClientListUnfilled,
    ClientListRemoved,
    ClientListRestored,
    ClientViewed,
    ClientViewEnded,
});

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
