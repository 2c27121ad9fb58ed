//! What one can ask of the rules.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::account::{Done, End, Found};
use super::keep::Keep;
use super::kind::Kind;

#[derive(Debug, Clone, PartialEq)]
pub enum RetentionCommand {
    Set(SetRule),
    /// A dry run has ended.
    EndDryRun {
        at: DateTime<Utc>,
        run: Uuid,
        kind: Kind,
        keep: Keep,
        found: Found,
    },
    /// A run has ended. `asker`: who pressed the button.
    EndRun {
        at: DateTime<Utc>,
        run: Uuid,
        began_at: DateTime<Utc>,
        asker: Option<Uuid>,
        done: Vec<Done>,
        end: End,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub struct SetRule {
    pub at: DateTime<Utc>,
    pub kind: Kind,
    pub keep: Keep,
    /// The dry run of exactly this rule; needed for one that deletes more than the one in force.
    pub dry_run: Option<Uuid>,
    pub note: String,
    pub by: Uuid,
    pub source: String,
}
