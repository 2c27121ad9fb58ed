//! What a run came to, and what a dry run foretells. Ids, moments and numbers: names are looked up by whoever may see them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::keep::Keep;
use super::kind::Kind;

/// Things that a dry run names; the others it counts.
pub const NAMED: usize = 200;

/// One thing that a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    pub id: Uuid,
    /// From when its time is counted.
    pub since: DateTime<Utc>,
}

/// What a dry run found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Would be deleted by the next run.
    pub now: u64,
    /// Becomes due within the next 30 days.
    pub next_30: u64,
    /// Becomes due within the next 90 days, those of the first 30 included.
    pub next_90: u64,
    /// Kept by legal holds, of all that is due now.
    pub held: u64,
    /// The first [`NAMED`] of those due now.
    pub items: Vec<Item>,
    /// The first [`NAMED`] of those that are held.
    pub held_items: Vec<Item>,
}

/// What a run did of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    pub kind: Kind,
    pub keep: Keep,
    pub deleted: u64,
    /// Due, and kept by a legal hold.
    pub held: u64,
    /// Due, and could not go: something was recorded meanwhile, or it is in use.
    pub left: u64,
    /// The run did as much as one may; more is due.
    pub more: bool,
    /// A hold stands over everything of this kind: it was not looked at.
    pub on_hold: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    Completed,
    /// What was deleted until then is gone.
    Cancelled,
}

impl End {
    pub const fn as_str(self) -> &'static str {
        match self {
            End::Completed => "completed",
            End::Cancelled => "cancelled",
        }
    }
}
