//! What people said about pairs of likely duplicates, and that a look for them has ended. Ids only.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audience::fields::catalogue::Entity;

pub const DUPLICATE_DISMISSED: &str = "duplicate_dismissed";
pub const DUPLICATE_DISMISSED_VERSION: &str = "1.0";
pub const DUPLICATE_REOPENED: &str = "duplicate_reopened";
pub const DUPLICATE_REOPENED_VERSION: &str = "1.0";

/// Most pairs one request may speak of.
pub const PAIRS_MAX: usize = 1_000;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DuplicateFact {
    /// They are not one: the pair never comes back by itself.
    DuplicateDismissed(PairJudged),
    /// Somebody took that back.
    DuplicateReopened(PairJudged),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairJudged {
    pub entity: Entity,
    /// The smaller id first.
    pub a: Uuid,
    pub b: Uuid,
    /// Nil for the system.
    pub by: Uuid,
    pub at: DateTime<Utc>,
}

pub const DUPLICATES_LOOKED: &str = "duplicates_looked";
pub const DUPLICATES_LOOKED_VERSION: &str = "1.0";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LookFact {
    /// A look that somebody asked for came to its end; who that was stands beside the fact.
    DuplicatesLooked(Looked),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Looked {
    pub entity: Entity,
    pub job: Uuid,
    pub at: DateTime<Utc>,
    /// Records that were looked at.
    pub records: u64,
}

/// The two in the order in which a pair is written. None: a record is no duplicate of itself.
pub fn pair(one: Uuid, other: Uuid) -> Option<(Uuid, Uuid)> {
    match one.cmp(&other) {
        std::cmp::Ordering::Less => Some((one, other)),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some((other, one)),
    }
}
