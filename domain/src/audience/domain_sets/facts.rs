//! The items of a domain set, chunk by chunk: what the lines mean, which account each one is, what people said of that.
//!
//! Domains and names of companies stand in the clear; what else a line says may name somebody, so it lies under the set's own
//! key.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::lookalike::Resembles;
use super::matching::{Likeness, Via};
use super::words::Said;
use crate::log::personal::PersonalPart;

pub const ITEMS_READ: &str = "domain_set_items_read";
pub const ITEMS_READ_VERSION: &str = "1.0";
pub const ITEMS_MATCHED: &str = "domain_set_items_matched";
pub const ITEMS_MATCHED_VERSION: &str = "1.0";
pub const ITEM_JUDGED: &str = "domain_set_item_judged";
pub const ITEM_JUDGED_VERSION: &str = "1.0";
pub const ITEM_RETRACTED: &str = "domain_set_item_retracted";
pub const ITEM_RETRACTED_VERSION: &str = "1.0";

/// What of [`ItemsRead`] is sealed.
pub const PERSONAL: &[PersonalPart] = &[PersonalPart::Key("texts")];

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DomainSetFact {
    DomainSetItemsRead(ItemsRead),
    DomainSetItemsMatched(ItemsMatched),
    DomainSetItemJudged(ItemJudged),
    DomainSetItemRetracted(ItemRetracted),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemsRead {
    pub domain_set_id: Uuid,
    pub chunk: u32,
    pub items: Vec<ItemRead>,
    /// Lines that name no domain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid: Vec<InvalidLine>,
    /// Lines whose domain stands further up.
    pub repeated: u64,
    /// What else the lines say. Sealed; absent after an erasure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<LineText>,
}

/// Short keys: there is one of these per domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemRead {
    /// The row of the file it stands in first, as a spreadsheet numbers it. Names the item from then on.
    #[serde(rename = "n")]
    pub number: u32,
    #[serde(rename = "d")]
    pub domain: String,
    #[serde(rename = "a", default, skip_serializing_if = "Option::is_none")]
    pub account_name: Option<String>,
    #[serde(rename = "r", default, skip_serializing_if = "std::ops::Not::not")]
    pub repaired: bool,
    #[serde(rename = "l", default, skip_serializing_if = "Option::is_none")]
    pub resembles: Option<Resembles>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvalidLine {
    #[serde(rename = "n")]
    pub number: u32,
    #[serde(rename = "c")]
    pub code: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineText {
    #[serde(rename = "n")]
    pub number: u32,
    /// What stood there, where it is not the domain itself.
    #[serde(rename = "g", default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    #[serde(rename = "t", default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemsMatched {
    pub domain_set_id: Uuid,
    /// The work that found it.
    pub job: Uuid,
    pub at: DateTime<Utc>,
    pub items: Vec<ItemMatched>,
}

/// Short keys: there is one of these per domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemMatched {
    #[serde(rename = "n")]
    pub number: u32,
    /// `None`: no account is known.
    #[serde(rename = "m", default, skip_serializing_if = "Option::is_none")]
    pub hit: Option<Found>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    #[serde(rename = "a")]
    pub account: Uuid,
    #[serde(rename = "v")]
    pub via: Via,
    /// Hundredths.
    #[serde(rename = "c")]
    pub confidence: u8,
    /// Of a fuzzy one: what was alike.
    #[serde(rename = "b", default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Likeness>,
    /// The account was made for this item.
    #[serde(rename = "s", default, skip_serializing_if = "std::ops::Not::not")]
    pub stub: bool,
}

/// A person's word. It stands against whatever a matching finds, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemJudged {
    pub domain_set_id: Uuid,
    pub number: u32,
    pub domain: String,
    pub verdict: Verdict,
    pub account: Uuid,
    pub by: Uuid,
    pub at: DateTime<Utc>,
}

/// A person's word is taken back, and what the item is from then on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemRetracted {
    pub domain_set_id: Uuid,
    pub number: u32,
    pub domain: String,
    /// The word.
    pub said: Said,
    pub by: Uuid,
    pub at: DateTime<Utc>,
    /// Accounts that it still is not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not: Vec<Uuid>,
    /// The account that it is then; `None`: none is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hit: Option<Found>,
    /// By whose word; `None`: by what a matching found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<Said>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The account that was found is the one.
    Confirmed,
    /// It is not; it is never found for this item again.
    Rejected,
    /// It is this account, whatever was found.
    Assigned,
}

impl Verdict {
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Confirmed => "confirmed",
            Verdict::Rejected => "rejected",
            Verdict::Assigned => "assigned",
        }
    }
}
