//! A suggested industry as the API shows it.

use std::collections::HashMap;

use async_graphql::{Enum, InputObject, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::audience::industries::codes::{NAICS, SIC, Table};
use pivotal_projections::audience::enrichment::query::{SuggestionCounts, SuggestionFilter, SuggestionRow};
use uuid::Uuid;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum SuggestionDecision {
    /// Waits for a person.
    Pending,
    Accepted,
    Rejected,
}

impl SuggestionDecision {
    pub fn as_str(self) -> &'static str {
        match self {
            SuggestionDecision::Pending => "pending",
            SuggestionDecision::Accepted => "accepted",
            SuggestionDecision::Rejected => "rejected",
        }
    }

    fn of(text: &str) -> Self {
        match text {
            "accepted" => SuggestionDecision::Accepted,
            "rejected" => SuggestionDecision::Rejected,
            _ => SuggestionDecision::Pending,
        }
    }
}

/// A code of an official table: NAICS 2022 or SIC 1987.
#[derive(Debug, SimpleObject)]
pub struct IndustryCode {
    pub code: String,
    pub title: Option<String>,
}

/// A word or sentence that led to a suggestion; place: description, name, domain, model.
#[derive(Debug, SimpleObject)]
pub struct SuggestionReason {
    pub place: String,
    pub words: String,
}

/// What an account's industry might be, and what a person said to it. Nothing of it is on the account before it is accepted.
#[derive(Debug, SimpleObject)]
pub struct IndustrySuggestion {
    pub account_id: Uuid,
    pub account_name: Option<String>,
    pub account_domain: Option<String>,
    pub description: Option<String>,
    /// What the account has now.
    pub current_industry: Option<String>,
    pub current_naics: Option<String>,
    pub current_sic: Option<String>,
    pub decision: SuggestionDecision,
    pub industry: String,
    pub naics: Option<IndustryCode>,
    pub sic: Option<IndustryCode>,
    /// Percent.
    pub confidence: i32,
    /// rules, or model:<name>.
    pub suggested_by: String,
    /// The strongest first.
    pub because: Vec<SuggestionReason>,
    pub suggested_at: DateTime<Utc>,
    pub decided_at: Option<DateTime<Utc>>,
    pub decided_by_name: Option<String>,
    /// Why it was rejected.
    pub reason: Option<String>,
    /// It was accepted, and the account has another industry by now.
    pub reverted: bool,
}

impl IndustrySuggestion {
    pub fn of(row: SuggestionRow, names: &HashMap<Uuid, String>) -> Self {
        let by = row.decided_by.as_deref().and_then(|by| by.parse::<Uuid>().ok());
        let code = |table: &Table, code: Option<String>| {
            code.map(|code| IndustryCode {
                title: table.lookup(&code).map(|found| found.title.to_owned()),
                code,
            })
        };
        IndustrySuggestion {
            reverted: row.is_reverted(),
            account_id: row.account_id,
            account_name: row.account_name,
            account_domain: row.account_domain,
            description: row.description,
            current_industry: row.current_industry,
            current_naics: row.current_naics,
            current_sic: row.current_sic,
            decision: SuggestionDecision::of(&row.decision),
            industry: row.industry,
            naics: code(&NAICS, row.naics),
            sic: code(&SIC, row.sic),
            confidence: row.confidence.into(),
            suggested_by: row.suggested_by,
            because: row
                .because
                .into_iter()
                .map(|one| SuggestionReason { place: one.place, words: one.words })
                .collect(),
            suggested_at: row.suggested_at,
            decided_at: row.decided_at,
            decided_by_name: by.and_then(|id| names.get(&id).cloned()),
            reason: row.reason,
        }
    }
}

/// How many there are of each, of accounts in use.
#[derive(Debug, SimpleObject)]
pub struct IndustrySuggestionCounts {
    pub pending: i64,
    /// Of the pending: 70 percent and more.
    pub sure: i64,
    pub accepted: i64,
    pub rejected: i64,
    /// A model outside is set up and can be asked.
    pub has_model: bool,
}

impl IndustrySuggestionCounts {
    pub fn of(counts: SuggestionCounts, has_model: bool) -> Self {
        let SuggestionCounts { pending, sure, accepted, rejected } = counts;
        IndustrySuggestionCounts { pending, sure, accepted, rejected, has_model }
    }
}

#[derive(Debug, InputObject, Default)]
pub struct IndustrySuggestionFilter {
    pub decision: Option<SuggestionDecision>,
    pub industry: Option<String>,
    /// Percent.
    pub confidence_at_least: Option<i32>,
}

impl From<IndustrySuggestionFilter> for SuggestionFilter {
    fn from(filter: IndustrySuggestionFilter) -> Self {
        SuggestionFilter {
            decision: filter.decision.map(|decision| decision.as_str().to_owned()),
            industry: filter.industry,
            at_least: filter.confidence_at_least.map(percent),
        }
    }
}

/// What is out of range is taken as its end.
pub fn percent(number: i32) -> i16 {
    i16::try_from(number.clamp(0, 100)).unwrap_or_default()
}
