//! What can be asked of a domain set.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Details;
use super::events::{Matched, Read, Source};
use crate::audience::saved_views::sharing::Sharing;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DomainSetCommand {
    Create {
        at: DateTime<Utc>,
        by: Uuid,
        details: Details,
        source: Source,
        file_name: Option<String>,
        stubs: bool,
        job: Uuid,
    },
    Change {
        at: DateTime<Utc>,
        changes: Changes,
    },
    StartMatching {
        at: DateTime<Utc>,
        by: Uuid,
        job: Uuid,
        stubs: bool,
        /// A job of which nothing will come any more, whatever the set says.
        lost: Option<Uuid>,
    },
    EndReading {
        at: DateTime<Utc>,
        read: Read,
    },
    EndMatching {
        at: DateTime<Utc>,
        job: Uuid,
        end: End,
    },
    Archive {
        at: DateTime<Utc>,
    },
    Restore {
        at: DateTime<Utc>,
    },
    /// A person was erased whom a line names.
    ForgetWords {
        at: DateTime<Utc>,
    },
}

/// What may be said anew; `None` leaves a part as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    pub name: Option<String>,
    pub sharing: Option<Sharing>,
    pub tags: Option<Vec<String>>,
}

/// How a matching ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    Matched(Matched),
    /// Somebody cancelled it. What was matched until then stays.
    Stopped,
    Failed {
        error: String,
    },
}
