//! What can be asked of a contact. Values come parsed and normalised; time and ids come from outside.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::events::AccountLink;
use crate::audience::record::source::Source;
use crate::audience::record::write::Write;

#[derive(Debug, Clone, PartialEq)]
pub enum ContactCommand {
    Create {
        write: Write,
        account: Option<AccountLink>,
    },
    Write(Write),
    LinkAccount {
        source: Source,
        at: DateTime<Utc>,
        link: AccountLink,
    },
    UnlinkAccount {
        source: Source,
        at: DateTime<Utc>,
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
    /// `request` names the request of the person this carries out; it is kept as proof and must not contain personal data.
    Erase {
        source: Source,
        at: DateTime<Utc>,
        request: String,
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
    /// From an account that was merged to the one it was merged into, or back. How it is linked stays.
    MoveToAccount {
        source: Source,
        at: DateTime<Utc>,
        to: AccountLink,
    },
}
