//! What one can ask of a suppression.

use chrono::{DateTime, Utc};

use super::key::SuppressedKey;
use super::reach::Reach;
use super::reason::Reason;

#[derive(Debug, Clone, PartialEq)]
pub enum SuppressionCommand {
    Add(Added),
    /// `why` is mandatory: who is contacted again must be able to ask on whose word.
    Release {
        at: DateTime<Utc>,
        why: String,
        source: String,
    },
    /// The person is erased: the value goes, the keyed hash keeps them suppressed.
    Erase {
        at: DateTime<Utc>,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub struct Added {
    pub at: DateTime<Utc>,
    pub key: SuppressedKey,
    /// Keyed hash of the key, as lower-case hex.
    pub hash: String,
    pub reach: Reach,
    pub reason: Reason,
    /// `None`: for good.
    pub until: Option<DateTime<Utc>>,
    pub note: Option<String>,
    /// `ui`, `api`, `suppression-import:<id>`, ...
    pub source: String,
}
