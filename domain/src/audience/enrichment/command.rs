//! What may be asked about an account's suggestion.

use chrono::{DateTime, Utc};

use super::events::Suggested;

#[derive(Debug, Clone, PartialEq)]
pub enum EnrichmentCommand {
    Suggest {
        at: DateTime<Utc>,
        suggested: Suggested,
    },
    /// `again`: it was accepted before, and the account does not hold it (any more).
    Accept {
        at: DateTime<Utc>,
        again: bool,
    },
    Reject {
        at: DateTime<Utc>,
        reason: Option<String>,
    },
    /// It was rejected by mistake: it waits again.
    Reopen {
        at: DateTime<Utc>,
    },
}
