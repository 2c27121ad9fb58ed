//! What somebody has read. It decides nothing and there is much of it, so these are facts: a stream that is loaded at every
//! press of the bell would only grow.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub const NOTIFICATIONS_READ: &str = "notifications_read";
pub const NOTIFICATIONS_READ_VERSION: &str = "1.0";
pub const NOTIFICATIONS_ALL_READ: &str = "notifications_all_read";
pub const NOTIFICATIONS_ALL_READ_VERSION: &str = "1.0";

/// Most that one request may name: as many as anybody has.
pub const IDS_MAX: usize = 500;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotificationFact {
    NotificationsRead(SomeRead),
    NotificationsAllRead(AllRead),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SomeRead {
    pub user: Uuid,
    /// Positions of the log at which they were told: they stay the same when the read model is built anew.
    pub ids: Vec<i64>,
    pub at: DateTime<Utc>,
}

/// All that was told before this fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllRead {
    pub user: Uuid,
    pub at: DateTime<Utc>,
}
