//! Who entered a segment and who left it. Ids only: what a record held stands in its own events.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub const SEGMENT_MEMBERS_CHANGED: &str = "segment_members_changed";
pub const SEGMENT_MEMBERS_CHANGED_VERSION: &str = "1.0";

/// Records that one fact names.
pub const MOVED_MAX: usize = 1_000;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SegmentFact {
    SegmentMembersChanged(MembersChanged),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembersChanged {
    pub segment: Uuid,
    pub at: DateTime<Utc>,
    /// Sequence of the event that gave the segment the definition that was held against the records.
    pub definition: i64,
    pub cause: Cause,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entered: Vec<Moved>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<Moved>,
}

/// Why somebody was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Something about the record changed, or about its account.
    Change,
    /// The segment is new, or is defined anew.
    Defined,
    /// It was switched on or restored.
    Resumed,
    /// Somebody asked for a look at everything.
    Asked,
    /// Time went by: the definition asks for days counted from today.
    Time,
    /// What is kept beside the record changed: suppressions, consents, lists, what was counted.
    Elsewhere,
}

impl Cause {
    pub const ALL: &'static [Cause] =
        &[Cause::Change, Cause::Defined, Cause::Resumed, Cause::Asked, Cause::Time, Cause::Elsewhere];

    pub const fn as_str(self) -> &'static str {
        match self {
            Cause::Change => "change",
            Cause::Defined => "defined",
            Cause::Resumed => "resumed",
            Cause::Asked => "asked",
            Cause::Time => "time",
            Cause::Elsewhere => "elsewhere",
        }
    }

    pub fn parse(text: &str) -> Option<Cause> {
        Cause::ALL.iter().copied().find(|cause| cause.as_str() == text)
    }
}

/// One record that entered or left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    pub id: Uuid,
    /// Position of the event that brought it about, where one record's event did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<i64>,
    /// Conditions that ask for what the event changed, and how they stand now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Stood>,
}

/// How one condition of the definition stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stood {
    /// Its place among all conditions, from left to right, the first is 0.
    pub n: usize,
    pub holds: bool,
}
