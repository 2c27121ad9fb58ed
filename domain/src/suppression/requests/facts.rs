//! That the time of a request runs out: told once before its end and once after it, to whoever has the request then.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub const REQUEST_DUE: &str = "privacy_request_due";
pub const REQUEST_DUE_VERSION: &str = "1.0";
/// So long before its end a request is told of.
pub const SOON: Duration = Duration::days(7);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RequestFact {
    PrivacyRequestDue(DueTold),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueTold {
    pub at: DateTime<Utc>,
    pub assignee: Uuid,
    /// As it was then: an extension is told of anew.
    pub due_at: DateTime<Utc>,
    /// Its end has passed.
    pub overdue: bool,
}
