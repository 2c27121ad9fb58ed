//! What can be asked of an account.

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
}
