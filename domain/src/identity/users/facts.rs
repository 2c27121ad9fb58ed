//! What happens to users in volume and decides nothing.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::log::personal::PersonalPart;

pub const LOGGED_IN: &str = "user_logged_in";

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum UserFact {
    UserLoggedIn {
        at: DateTime<Utc>,
        session: Uuid,
        #[serde(default)]
        user_agent: Option<String>,
    },
}

impl UserFact {
    pub fn kind(&self) -> &'static str {
        match self {
            UserFact::UserLoggedIn { .. } => LOGGED_IN,
        }
    }

    pub fn version(&self) -> &'static str {
        "1.0"
    }

    pub fn personal(&self) -> &'static [PersonalPart] {
        match self {
            UserFact::UserLoggedIn { .. } => &[PersonalPart::Key("user_agent")],
        }
    }
}
