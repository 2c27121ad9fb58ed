//! What happens to an account's suggestion, and the fact of each question that left the house.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

/// Who suggests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Classifier {
    Rules,
    /// By its name at the endpoint.
    Model(String),
}

/// A word or sentence that led to a suggestion, and where it stood: description, name, domain, or the model's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Because {
    pub place: String,
    pub words: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggested {
    /// Of the catalogue.
    pub industry: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub naics: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sic: Option<String>,
    /// Percent.
    pub confidence: u8,
    pub by: Classifier,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Because>,
    /// Fingerprint of what was known about the company (`evidence`).
    pub evidence: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum EnrichmentEvent {
    IndustrySuggested {
        at: DateTime<Utc>,
        #[serde(flatten)]
        suggested: Suggested,
    },
    IndustrySuggestionAccepted {
        at: DateTime<Utc>,
    },
    IndustrySuggestionRejected {
        at: DateTime<Utc>,
        /// Nothing is suggested from it again.
        evidence: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    IndustrySuggestionReopened {
        at: DateTime<Utc>,
        /// May be suggested from again.
        evidence: String,
    },
}

event_names!(EnrichmentEvent {
    IndustrySuggested,
    IndustrySuggestionAccepted,
    IndustrySuggestionRejected,
    IndustrySuggestionReopened,
});

impl DomainEvent for EnrichmentEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for EnrichmentEvent {
    const AGGREGATE: &'static str = "industry_suggestion";

    /// What a company does is about nobody.
    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}

pub const ENRICHMENT_ASKED: &str = "enrichment_asked";
pub const ENRICHMENT_ASKED_VERSION: &str = "1.0";

pub const ENRICHMENT_ENDED: &str = "enrichment_ended";
pub const ENRICHMENT_ENDED_VERSION: &str = "1.0";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EnrichmentFact {
    EnrichmentAsked(AskedOutside),
    EnrichmentEnded(LookEnded),
}

/// A look at a list of accounts came to its end; who asked for it stands beside the fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookEnded {
    pub job: Uuid,
    pub at: DateTime<Utc>,
    /// Accounts that were looked at.
    pub seen: u64,
    /// New suggestions.
    pub suggested: u64,
}

/// One question to a model outside, whatever came of it. Names of fields and sizes; never what was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedOutside {
    pub account_id: Uuid,
    /// The job that asked.
    pub job: Uuid,
    /// Host of the endpoint.
    pub host: String,
    pub model: String,
    /// What was sent about the company.
    pub fields: Vec<String>,
    /// Bytes.
    pub sent: u64,
    pub received: u64,
    pub millis: u64,
    /// `answered`, `nothing`, or why there is no answer: `status_429`, `timeout`, `too_large`, `unreadable`, `unreachable`.
    pub outcome: String,
}
