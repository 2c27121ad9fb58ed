//! What can be asked of a contact. Values come parsed and normalised; time and ids come from outside.

use chrono::{DateTime, Utc};

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
}
