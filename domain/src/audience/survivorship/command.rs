//! What can be asked of the rules of an entity.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::outcome::Difference;
use super::rules::Rules;
use crate::audience::record::previews::PreviewRemoval;

#[derive(Debug, Clone, PartialEq)]
pub enum SurvivorshipCommand {
    /// Writes from now on are decided by these.
    Change {
        at: DateTime<Utc>,
        rules: Rules,
    },
    Preview {
        at: DateTime<Utc>,
        job: Uuid,
        rules: Rules,
    },
    FinishPreview {
        at: DateTime<Utc>,
        job: Uuid,
        end: PreviewEnd,
    },
    RemovePreview {
        at: DateTime<Utc>,
        job: Uuid,
        reason: PreviewRemoval,
    },
    /// The rules that were previewed hold from now on, and `bulk` weighs what is there anew.
    Apply {
        at: DateTime<Utc>,
        preview: Uuid,
        bulk: Uuid,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum PreviewEnd {
    Done { difference: Difference, expires_at: DateTime<Utc> },
    Cancelled,
}
