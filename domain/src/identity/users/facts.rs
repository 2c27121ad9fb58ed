//! What happens to users in volume and decides nothing.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::log::personal::PersonalPart;

pub const LOGGED_IN: &str = "user_logged_in";
pub const SESSIONS_ENDED: &str = "user_sessions_ended";

/// Why sessions ended. Those that a new password or a disabling ends follow from its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionsEnd {
    SignedOut,
    /// A refresh token was used twice: somebody else has it.
    TokenReused,
    /// By the user or an administrator, from the list of sessions.
    Revoked,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum UserFact {
    UserLoggedIn {
        at: DateTime<Utc>,
        session: Uuid,
        #[serde(default)]
        user_agent: Option<String>,
    },
    UserSessionsEnded {
        at: DateTime<Utc>,
        sessions: Vec<Uuid>,
        because: SessionsEnd,
    },
}

impl UserFact {
    pub fn kind(&self) -> &'static str {
        match self {
            UserFact::UserLoggedIn { .. } => LOGGED_IN,
            UserFact::UserSessionsEnded { .. } => SESSIONS_ENDED,
        }
    }

    pub fn version(&self) -> &'static str {
        "1.0"
    }

    pub fn personal(&self) -> &'static [PersonalPart] {
        match self {
            UserFact::UserLoggedIn { .. } => &[PersonalPart::Key("user_agent")],
            UserFact::UserSessionsEnded { .. } => &[],
        }
    }
}
