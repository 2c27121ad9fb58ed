//! What can have happened to an invitation. The address is sealed with the invitation's own key.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::event_names;
use crate::identity::role::Role;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum InvitationEvent {
    InvitationSent {
        at: DateTime<Utc>,
        #[serde(default)]
        email: String,
        role: Role,
        client_id: Option<Uuid>,
        teams: Vec<Uuid>,
        expires_at: DateTime<Utc>,
    },
    InvitationResent {
        at: DateTime<Utc>,
        /// Of the new mail; the links of those before are void.
        round: i64,
        expires_at: DateTime<Utc>,
    },
    InvitationRevoked {
        at: DateTime<Utc>,
    },
    InvitationAccepted {
        at: DateTime<Utc>,
        /// Who came of it.
        user_id: Uuid,
    },
}

event_names!(InvitationEvent { InvitationSent, InvitationResent, InvitationRevoked, InvitationAccepted });

impl DomainEvent for InvitationEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for InvitationEvent {
    const AGGREGATE: &'static str = "invitation";

    fn personal(&self) -> &'static [PersonalPart] {
        match self {
            InvitationEvent::InvitationSent { .. } => &[PersonalPart::Key("email")],
            InvitationEvent::InvitationResent { .. }
            | InvitationEvent::InvitationRevoked { .. }
            | InvitationEvent::InvitationAccepted { .. } => &[],
        }
    }
}
