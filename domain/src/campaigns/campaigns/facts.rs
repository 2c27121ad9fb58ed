//! Who is in an audience version, a thousand at a time: ids alone, and of whoever was left out from the start, why.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub const CAMPAIGN_AUDIENCE_TAKEN: &str = "campaign_audience_taken";
pub const CAMPAIGN_AUDIENCE_TAKEN_VERSION: &str = "1.0";

/// What a fact is about, by the id of the campaign.
pub const ABOUT: &str = "campaign";

/// Most contacts of one fact.
pub const CHUNK: usize = 1_000;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CampaignFact {
    CampaignAudienceTaken(AudienceTaken),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AudienceTaken {
    pub campaign: Uuid,
    pub version: u16,
    /// A take that died is one that no event names: its facts mean nothing.
    pub take: Uuid,
    /// From 0, in the order of ids.
    pub chunk: u32,
    pub contacts: Vec<Uuid>,
    /// Where each of them works, as of the taking.
    pub accounts: Vec<Option<Uuid>>,
    /// Left out from the start: the reason, by the place among the contacts.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub x: BTreeMap<u16, String>,
    /// The suppression because of which somebody was left out, by the same place.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub w: BTreeMap<u16, Uuid>,
}

impl CampaignFact {
    pub const fn kind(&self) -> (&'static str, &'static str) {
        match self {
            CampaignFact::CampaignAudienceTaken(_) => {
                (CAMPAIGN_AUDIENCE_TAKEN, CAMPAIGN_AUDIENCE_TAKEN_VERSION)
            }
        }
    }
}
