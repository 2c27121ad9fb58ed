//! What can be asked of an account.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::audience::record::source::Source;
use crate::audience::record::write::Write;

#[derive(Debug, Clone, PartialEq)]
pub enum AccountCommand {
    /// `ancestors`: the wanted parent and all above it, looked up by the caller; empty when no parent is set.
    Create {
        write: Write,
        ancestors: Vec<Uuid>,
    },
    Write {
        write: Write,
        id: Uuid,
        ancestors: Vec<Uuid>,
    },
    Archive {
        source: Source,
        at: DateTime<Utc>,
        reason: Option<String>,
    },
    Restore {
        source: Source,
        at: DateTime<Utc>,
    },
    /// Others become part of this one.
    Absorb {
        source: Source,
        at: DateTime<Utc>,
        absorbed: Vec<Uuid>,
        values: BTreeMap<String, Uuid>,
    },
    /// It becomes part of another.
    MergeInto {
        source: Source,
        at: DateTime<Utc>,
        survivor: Uuid,
    },
    /// It is a record of its own again.
    Unmerge {
        source: Source,
        at: DateTime<Utc>,
    },
}
