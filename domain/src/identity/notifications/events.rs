//! What can have happened to somebody's choice of notifications.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};

use super::digest::MailPreferences;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

/// As written in `aggregate_type`.
pub const AGGREGATE: &str = "notification_preferences";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotificationEvent {
    /// Kinds are keys of the catalogue, so that an older version reads what a newer one wrote.
    NotificationPreferencesSet { at: DateTime<Utc>, in_app_off: Vec<String>, previous: Vec<String> },
    /// What comes by mail, and when.
    NotificationMailSet { at: DateTime<Utc>, mail: MailPreferences, previous: MailPreferences },
}

event_names!(NotificationEvent { NotificationPreferencesSet, NotificationMailSet });

impl DomainEvent for NotificationEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for NotificationEvent {
    const AGGREGATE: &'static str = AGGREGATE;

    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
