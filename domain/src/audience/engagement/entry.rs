//! What another system tells, entry by entry, as a team brings its history along. Each is read on its own: what cannot be read is
//! told, and the others are kept.

use chrono::{DateTime, Duration, TimeZone, Utc};
use uuid::Uuid;

use super::kind::Kind;

/// Entries of one request.
pub const ENTRIES_MAX: usize = 1_000;
/// Characters of the key that a system knows an entry by.
pub const KEY_MAX: usize = 200;
/// Characters of a system's name.
pub const SYSTEM_MAX: usize = 60;
/// The guard that lets an entry in only once.
pub const ENTRY: &str = "engagement_entry";

/// How far another system's clock may be ahead of ours.
const AHEAD: Duration = Duration::minutes(5);
/// Nothing happened before this year.
const FIRST_YEAR: i32 = 1990;

/// One thing that happened, as it was told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// What the system knows it by: a repeat is let in once.
    pub key: String,
    /// The contact's id or email.
    pub contact: String,
    pub did: String,
    pub at: String,
    pub campaign: Option<String>,
    pub machine: bool,
}

/// What it says, but for whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Happened {
    pub kind: Kind,
    pub at: DateTime<Utc>,
    pub campaign: Option<Uuid>,
    pub machine: bool,
}

/// Why an entry is not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    #[error("Every entry needs a key of 1 to {KEY_MAX} characters, by which the other system knows it.")]
    Key,
    #[error("`did` is none of: {}.", Kind::names())]
    Did,
    #[error("`at` is not a moment. Write it as 2026-03-01T10:00:00Z.")]
    At,
    #[error("It lies before {FIRST_YEAR}.")]
    TooOld,
    #[error("It lies in the future.")]
    Future,
    #[error("The campaign is not an id.")]
    Campaign,
    #[error("Only what was opened or clicked can be a machine's.")]
    Machine,
}

impl EntryError {
    /// Public, stable code.
    pub const fn code(self) -> &'static str {
        match self {
            EntryError::Key => "ENTRY_KEY",
            EntryError::Did => "ENTRY_DID",
            EntryError::At => "ENTRY_AT",
            EntryError::TooOld => "ENTRY_TOO_OLD",
            EntryError::Future => "ENTRY_IN_FUTURE",
            EntryError::Campaign => "ENTRY_CAMPAIGN",
            EntryError::Machine => "ENTRY_MACHINE",
        }
    }
}

/// What is wrong with a request as a whole. Nothing of it was kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EngagementError {
    #[error("Send at least one entry.")]
    Nothing,
    #[error("{0} entries are more than the {ENTRIES_MAX} of one request. Send them in several.")]
    TooMany(usize),
    #[error(
        "Name the system that tells it in 1 to {SYSTEM_MAX} letters, digits, spaces, dots, hyphens or underscores."
    )]
    System,
}

impl EngagementError {
    /// Public, stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            EngagementError::Nothing => "ENGAGEMENT_NO_ENTRIES",
            EngagementError::TooMany(_) => "ENGAGEMENT_TOO_MANY_ENTRIES",
            EngagementError::System => "ENGAGEMENT_SYSTEM",
        }
    }

    pub const fn field(&self) -> &'static str {
        match self {
            EngagementError::Nothing | EngagementError::TooMany(_) => "entries",
            EngagementError::System => "system",
        }
    }
}

/// The name of a system, tidied. Letters and digits: there is no room for a person in it.
pub fn system(name: &str) -> Result<String, EngagementError> {
    let tidy = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-' | '_');
    match (1..=SYSTEM_MAX).contains(&tidy.chars().count()) && tidy.chars().all(fits) {
        true => Ok(tidy),
        false => Err(EngagementError::System),
    }
}

/// As many as one request takes.
pub fn check_count(entries: usize) -> Result<(), EngagementError> {
    match entries {
        0 => Err(EngagementError::Nothing),
        count if count > ENTRIES_MAX => Err(EngagementError::TooMany(count)),
        _ => Ok(()),
    }
}

impl Entry {
    pub fn read(&self, now: DateTime<Utc>) -> Result<Happened, EntryError> {
        if !(1..=KEY_MAX).contains(&self.key.trim().chars().count()) {
            return Err(EntryError::Key);
        }
        let kind = Kind::parse(self.did.trim()).ok_or(EntryError::Did)?;
        let at = DateTime::parse_from_rfc3339(self.at.trim()).map_err(|_| EntryError::At)?.to_utc();
        if first().is_some_and(|first| at < first) {
            return Err(EntryError::TooOld);
        }
        if at > now + AHEAD {
            return Err(EntryError::Future);
        }
        let campaign = match self.campaign.as_deref().map(str::trim) {
            None | Some("") => None,
            Some(id) => Some(Uuid::try_parse(id).map_err(|_| EntryError::Campaign)?),
        };
        if self.machine && !kind.can_be_a_machine() {
            return Err(EntryError::Machine);
        }
        Ok(Happened { kind, at, campaign, machine: self.machine })
    }

    /// What only one entry may hold: the system's key for it. Systems do not know of each other's keys.
    pub fn claim(&self, system: &str) -> (&'static str, String) {
        (ENTRY, format!("{}\u{1f}{}", system.to_lowercase(), self.key.trim()))
    }
}

fn first() -> Option<DateTime<Utc>> {
    Utc.with_ymd_and_hms(FIRST_YEAR, 1, 1, 0, 0, 0).single()
}
