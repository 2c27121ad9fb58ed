//! What one can ask of a legal hold.

use chrono::{DateTime, Utc};

use super::over::Over;

#[derive(Debug, Clone, PartialEq)]
pub enum LegalHoldCommand {
    Place {
        at: DateTime<Utc>,
        over: Over,
        reason: String,
        /// Of the case it is for, as the lawyers have it.
        reference: String,
        source: String,
    },
    Lift {
        at: DateTime<Utc>,
        why: String,
        source: String,
    },
    /// The person is erased, after it was lifted: its words go.
    Erase {
        at: DateTime<Utc>,
    },
}
