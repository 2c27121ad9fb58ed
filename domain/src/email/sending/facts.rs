//! What became of the recipients of campaigns, some hundred at a time: ids, codes and moments, and nothing that tells who anybody is.
//!
//! The log settles the guard's rows in the fact's own transaction and refuses a fact that fits a row no more, so nobody has two outcomes.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::outcome::{Became, By, Reason};

pub const EMAIL_OUTCOMES_RECORDED: &str = "email_outcomes_recorded";
pub const EMAIL_OUTCOMES_RECORDED_VERSION: &str = "1.0";

/// What a fact is about, by the campaign's id.
pub const ABOUT: &str = "campaign";

/// Outcomes of one fact at most: each is two look-ups in the guard, under the append lock.
pub const MOST_OUTCOMES: usize = 500;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SendingFact {
    EmailOutcomesRecorded(OutcomesRecorded),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomesRecorded {
    pub campaign: Uuid,
    pub batch: Uuid,
    pub at: DateTime<Utc>,
    pub by: By,
    /// The provider's account, where one was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    pub outcomes: Vec<Outcome>,
}

/// What became of one recipient. Short names: a campaign has a million of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The contact.
    pub c: Uuid,
    /// What became of them.
    pub o: Became,
    /// Why, of all but what was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r: Option<Reason>,
    /// The suppression that did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub w: Option<Uuid>,
    /// The mail: the last mark's, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub m: Option<Uuid>,
    /// The variant by its place: 0 is A.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub v: Option<u8>,
    /// The provider's name for the mail, where it gives one of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p: Option<String>,
    /// The registrable domain of the address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub d: Option<String>,
    /// How often it was tried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u16>,
}

impl Outcome {
    /// With nothing else known of it.
    pub fn new(contact: Uuid, became: Became, reason: Option<Reason>) -> Self {
        Outcome { c: contact, o: became, r: reason, w: None, m: None, v: None, p: None, d: None, n: None }
    }
}
