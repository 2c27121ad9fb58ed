//! What can have happened to a user. Name and email are sealed with the user's own key.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::event_names;
use crate::identity::role::Role;
use crate::log::personal::{LoggedEvent, PersonalPart};

/// Why a password is another one now. The password itself, hashed or not, is never in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordChange {
    /// By the user, who knew the old one.
    Own,
    /// Set by an administrator.
    Reset,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum UserEvent {
    UserCreated {
        at: DateTime<Utc>,
        #[serde(default)]
        name: String,
        #[serde(default)]
        email: String,
        role: Role,
        client_id: Option<Uuid>,
        teams: Vec<Uuid>,
    },
    UserRenamed {
        at: DateTime<Utc>,
        #[serde(default)]
        name: String,
        #[serde(default)]
        previous: String,
    },
    UserRoleChanged {
        at: DateTime<Utc>,
        role: Role,
        client_id: Option<Uuid>,
        previous: Role,
        previous_client_id: Option<Uuid>,
    },
    UserTeamsChanged {
        at: DateTime<Utc>,
        teams: Vec<Uuid>,
        previous: Vec<Uuid>,
    },
    UserDisabled {
        at: DateTime<Utc>,
        reason: Option<String>,
    },
    UserEnabled {
        at: DateTime<Utc>,
    },
    UserPasswordChanged {
        at: DateTime<Utc>,
        how: PasswordChange,
    },
}

event_names!(UserEvent {
    UserCreated,
    UserRenamed,
    UserRoleChanged,
    UserTeamsChanged,
    UserDisabled,
    UserEnabled,
    UserPasswordChanged
});

impl DomainEvent for UserEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for UserEvent {
    const AGGREGATE: &'static str = "user";

    fn personal(&self) -> &'static [PersonalPart] {
        match self {
            UserEvent::UserCreated { .. } => &[PersonalPart::Key("name"), PersonalPart::Key("email")],
            UserEvent::UserRenamed { .. } => &[PersonalPart::Key("name"), PersonalPart::Key("previous")],
            // What somebody writes there may be about the person.
            UserEvent::UserDisabled { .. } => &[PersonalPart::Key("reason")],
            UserEvent::UserRoleChanged { .. }
            | UserEvent::UserTeamsChanged { .. }
            | UserEvent::UserEnabled { .. }
            | UserEvent::UserPasswordChanged { .. } => &[],
        }
    }
}
