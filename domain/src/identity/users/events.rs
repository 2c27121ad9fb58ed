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
    /// By who holds the link of a mail to the user.
    Link,
}

/// Why signing in needs no second step any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondFactorEnd {
    /// By the user, who knew the password.
    Own,
    /// By an administrator, for somebody who has lost the phone.
    Reset,
}

/// Why somebody signs in with another address now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmailChange {
    /// By the user, who knew the password and holds the new address.
    Own,
    /// By an administrator.
    Corrected,
    /// By who holds the old address, and did not want the change.
    TakenBack,
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
    /// Signing in takes a code of an app from now on. Neither its secret nor the recovery codes are in the log.
    UserSecondFactorEnabled {
        at: DateTime<Utc>,
    },
    UserSecondFactorDisabled {
        at: DateTime<Utc>,
        how: SecondFactorEnd,
    },
    /// Those before are void.
    UserRecoveryCodesRenewed {
        at: DateTime<Utc>,
    },
    UserRecoveryCodeUsed {
        at: DateTime<Utc>,
        /// How many are left.
        left: u32,
    },
    /// It changes when whoever holds the new address says so.
    UserEmailChangeAsked {
        at: DateTime<Utc>,
        #[serde(default)]
        email: String,
        /// How long the link to the new address is good.
        until: DateTime<Utc>,
    },
    UserEmailChanged {
        at: DateTime<Utc>,
        #[serde(default)]
        email: String,
        #[serde(default)]
        previous: String,
        how: EmailChange,
        /// How long whoever holds the previous address can take it back.
        back_until: Option<DateTime<Utc>>,
    },
}

event_names!(UserEvent {
    UserCreated,
    UserRenamed,
    UserRoleChanged,
    UserTeamsChanged,
    UserDisabled,
    UserEnabled,
    UserPasswordChanged,
    UserSecondFactorEnabled,
    UserSecondFactorDisabled,
    UserRecoveryCodesRenewed,
    UserRecoveryCodeUsed,
    UserEmailChangeAsked,
    UserEmailChanged
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
            UserEvent::UserEmailChangeAsked { .. } => &[PersonalPart::Key("email")],
            UserEvent::UserEmailChanged { .. } => {
                &[PersonalPart::Key("email"), PersonalPart::Key("previous")]
            }
            UserEvent::UserRoleChanged { .. }
            | UserEvent::UserTeamsChanged { .. }
            | UserEvent::UserEnabled { .. }
            | UserEvent::UserPasswordChanged { .. }
            | UserEvent::UserSecondFactorEnabled { .. }
            | UserEvent::UserSecondFactorDisabled { .. }
            | UserEvent::UserRecoveryCodesRenewed { .. }
            | UserEvent::UserRecoveryCodeUsed { .. } => &[],
        }
    }
}
