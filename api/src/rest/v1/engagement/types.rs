//! What is told, and what came of it.

use pivotal_commands::audience::engagement::record::{RefusedEntry, Told};
use pivotal_domain::audience::engagement::entry::Entry;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewEngagement {
    /// The system that tells it, in its own name. Its keys are its own.
    pub system: String,
    /// At most 1,000.
    pub entries: Vec<NewEngagementEntry>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewEngagementEntry {
    /// What the system knows it by; told again, it is let in once.
    pub key: String,
    /// The contact's id or email.
    pub contact: String,
    /// sent, delivered, opened, clicked, replied, bounced, complained, unsubscribed, called.
    pub did: String,
    /// When it happened: 2026-03-01T10:00:00Z.
    pub at: String,
    /// The campaign's id.
    pub campaign: Option<String>,
    /// A program opened or clicked it in the contact's place.
    #[serde(default)]
    pub machine: bool,
}

impl From<NewEngagementEntry> for Entry {
    fn from(new: NewEngagementEntry) -> Self {
        let NewEngagementEntry { key, contact, did, at, campaign, machine } = new;
        Entry { key, contact, did, at, campaign, machine }
    }
}

/// `recorded`, `repeated` and those refused add up to the entries.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EngagementTold {
    pub recorded: usize,
    /// Let in before, or told twice.
    pub repeated: usize,
    pub refused: Vec<EngagementRefused>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EngagementRefused {
    /// Its place among the entries; the first is 1.
    pub entry: usize,
    pub key: String,
    pub code: String,
    pub message: String,
}

impl From<Told> for EngagementTold {
    fn from(told: Told) -> Self {
        let Told { recorded, repeated, refused, .. } = told;
        let refused = refused.into_iter().map(EngagementRefused::from).collect();
        EngagementTold { recorded, repeated, refused }
    }
}

impl From<RefusedEntry> for EngagementRefused {
    fn from(refused: RefusedEntry) -> Self {
        let RefusedEntry { entry, key, code, message } = refused;
        EngagementRefused { entry, key, code: code.to_owned(), message }
    }
}
