//! What mails told of themselves, some hundred signals at a time: ids, codes, moments and keyed hashes, and nothing that tells who
//! anybody is. No address, no IP address and no words of anybody stand in them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::machine::Sign;
use super::signal::{Key16, Kind, Signal};

pub const EMAIL_SIGNALS_RECORDED: &str = "email_signals_recorded";
pub const EMAIL_HITS_JUDGED: &str = "email_hits_judged";
pub const EMAIL_USER_AGENT_SEEN: &str = "email_user_agent_seen";
pub const VERSION: &str = "1.0";

/// What these facts are about, by the id of their batch.
pub const ABOUT: &str = "email_signals";

/// What one fact holds at most.
pub const MOST: usize = 500;

/// Characters of a user agent that are kept.
pub const AGENT_MAX: usize = 300;

// Read by SQL as well (`guard.note_email_signals` in the migrations): a new version of one needs a new function beside its upcaster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TrackingFact {
    EmailSignalsRecorded(SignalsRecorded),
    EmailHitsJudged(HitsJudged),
    EmailUserAgentSeen(UserAgentSeen),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignalsRecorded {
    pub batch: Uuid,
    /// `pixel`, `link`, `page`, `mail`, or `webhook:` and the provider.
    pub source: String,
    /// Of the provider that told it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    pub received_at: DateTime<Utc>,
    /// Of what was told: each is let in once, however often it comes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<Key16>,
    pub signals: Vec<Signal>,
}

/// What the rules said of hits. Of several on one hit, the last one holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitsJudged {
    pub batch: Uuid,
    /// [`RULES`](super::machine::RULES) at that time.
    pub rules: u16,
    pub verdicts: Vec<Verdict>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The mail.
    pub m: Uuid,
    /// The campaign.
    pub g: Uuid,
    /// The contact.
    pub c: Uuid,
    /// Of the hit.
    pub k: Kind,
    pub at: DateTime<Utc>,
    /// Position of the fact that told the hit.
    pub p: i64,
    /// Its place in that fact, from 0.
    pub n: u32,
    /// Number of the link, of a click.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub l: Option<u16>,
    /// A program did it.
    pub h: bool,
    /// What showed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r: Option<Sign>,
}

/// A user agent that was not met before, so that better rules can be written for it and run over what it did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserAgentSeen {
    pub key: Key16,
    pub text: String,
}
