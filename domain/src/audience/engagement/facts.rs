//! What happened to contacts, some hundred at a time: ids, kinds and moments, and nothing that tells who anybody is.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::kind::Kind;
use crate::suppression::consents::channel::Channel;

pub const ENGAGEMENT_RECORDED: &str = "engagement_recorded";
pub const ENGAGEMENT_RECORDED_VERSION: &str = "1.0";

/// What a fact is about, by the id of its batch.
pub const ABOUT: &str = "engagement";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EngagementFact {
    EngagementRecorded(Recorded),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    pub batch: Uuid,
    /// Where it is known from: the name of the system that tells of it.
    pub system: String,
    pub touches: Vec<Touch>,
}

/// One thing that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touch {
    pub contact: Uuid,
    pub kind: Kind,
    pub channel: Channel,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub campaign: Option<Uuid>,
    pub at: DateTime<Utc>,
    /// A program did it, not the contact.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub machine: bool,
}
