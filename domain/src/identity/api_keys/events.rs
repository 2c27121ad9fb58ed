//! What can have happened to an API key. Neither its secret nor the hash of it is here.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ApiKeyEvent {
    ApiKeyCreated {
        at: DateTime<Utc>,
        /// Who made it, and in whose name it speaks.
        user_id: Uuid,
        name: String,
        prefix: String,
        /// Names of permissions, in the table's order.
        scopes: Vec<String>,
        expires_at: Option<DateTime<Utc>>,
    },
    ApiKeyRevoked {
        at: DateTime<Utc>,
    },
}

event_names!(ApiKeyEvent { ApiKeyCreated, ApiKeyRevoked });

impl DomainEvent for ApiKeyEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for ApiKeyEvent {
    const AGGREGATE: &'static str = "api_key";

    fn personal(&self) -> &'static [PersonalPart] {
        match self {
            ApiKeyEvent::ApiKeyCreated { .. } | ApiKeyEvent::ApiKeyRevoked { .. } => &[],
        }
    }
}
