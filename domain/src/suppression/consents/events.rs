//! What can have happened to a person's consent. Basis, channel and moments stay when the person is erased, as the account
//! of what was done; words and proofs go with their key.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::basis::Basis;
use super::channel::Channel;
use super::given::Proof;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ConsentEvent {
    ConsentRecorded {
        at: DateTime<Utc>,
        contact: Uuid,
        statement: Uuid,
        channel: Channel,
        basis: Basis,
        given_at: DateTime<Utc>,
        #[serde(default)]
        origin: Option<String>,
        #[serde(default)]
        wording: Option<String>,
        #[serde(default)]
        proof: Option<Proof>,
        source: String,
    },
    ConsentWithdrawn {
        at: DateTime<Utc>,
        contact: Uuid,
        statement: Uuid,
        channel: Channel,
        withdrawn_at: DateTime<Utc>,
        #[serde(default)]
        origin: Option<String>,
        #[serde(default)]
        note: Option<String>,
        source: String,
    },
    ConsentProofAttached {
        at: DateTime<Utc>,
        contact: Uuid,
        statement: Uuid,
        /// Where it is stored.
        key: String,
        #[serde(default)]
        name: Option<String>,
        size: u64,
        sha256: String,
        source: String,
    },
    /// It was recorded by mistake.
    ConsentTakenBack {
        at: DateTime<Utc>,
        contact: Uuid,
        statement: Uuid,
        channel: Channel,
        #[serde(default)]
        why: Option<String>,
        source: String,
    },
}

event_names!(ConsentEvent { ConsentRecorded, ConsentWithdrawn, ConsentProofAttached, ConsentTakenBack });

impl DomainEvent for ConsentEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl ConsentEvent {
    /// Whose consent it is.
    pub fn contact(&self) -> Uuid {
        match self {
            ConsentEvent::ConsentRecorded { contact, .. }
            | ConsentEvent::ConsentWithdrawn { contact, .. }
            | ConsentEvent::ConsentProofAttached { contact, .. }
            | ConsentEvent::ConsentTakenBack { contact, .. } => *contact,
        }
    }

    /// The statement it is about.
    pub fn statement(&self) -> Uuid {
        match self {
            ConsentEvent::ConsentRecorded { statement, .. }
            | ConsentEvent::ConsentWithdrawn { statement, .. }
            | ConsentEvent::ConsentProofAttached { statement, .. }
            | ConsentEvent::ConsentTakenBack { statement, .. } => *statement,
        }
    }

    pub fn at(&self) -> DateTime<Utc> {
        match self {
            ConsentEvent::ConsentRecorded { at, .. }
            | ConsentEvent::ConsentWithdrawn { at, .. }
            | ConsentEvent::ConsentProofAttached { at, .. }
            | ConsentEvent::ConsentTakenBack { at, .. } => *at,
        }
    }
}

impl LoggedEvent for ConsentEvent {
    const AGGREGATE: &'static str = "consent";

    fn personal(&self) -> &'static [PersonalPart] {
        match self {
            ConsentEvent::ConsentRecorded { .. } => {
                &[PersonalPart::Key("origin"), PersonalPart::Key("wording"), PersonalPart::Key("proof")]
            }
            ConsentEvent::ConsentWithdrawn { .. } => {
                &[PersonalPart::Key("origin"), PersonalPart::Key("note")]
            }
            ConsentEvent::ConsentProofAttached { .. } => &[PersonalPart::Key("name")],
            ConsentEvent::ConsentTakenBack { .. } => &[PersonalPart::Key("why")],
        }
    }

    /// The contact's own key, so that the proof goes with them.
    fn subject(&self, _aggregate_id: Uuid) -> Option<Uuid> {
        Some(self.contact())
    }
}
