//! What a suggested industry looks like over REST.

use chrono::{DateTime, Utc};
use pivotal_projections::audience::enrichment::query::SuggestionRow;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = IndustrySuggestion)]
pub struct Suggestion {
    pub account_id: Uuid,
    pub account_name: Option<String>,
    pub account_domain: Option<String>,
    /// What the account has now.
    pub current_industry: Option<String>,
    /// pending, accepted, rejected.
    pub decision: String,
    pub industry: String,
    /// NAICS 2022.
    pub naics: Option<String>,
    /// SIC 1987.
    pub sic: Option<String>,
    /// Percent.
    pub confidence: i16,
    /// rules, or model:<name>.
    pub suggested_by: String,
    /// {place, words}, the strongest first.
    #[schema(value_type = Vec<Object>)]
    pub because: Value,
    pub suggested_at: DateTime<Utc>,
    pub decided_at: Option<DateTime<Utc>>,
    /// Why it was rejected.
    pub reason: Option<String>,
    /// It was accepted, and the account has another industry by now.
    pub reverted: bool,
}

impl From<SuggestionRow> for Suggestion {
    fn from(row: SuggestionRow) -> Self {
        Suggestion {
            reverted: row.is_reverted(),
            account_id: row.account_id,
            account_name: row.account_name,
            account_domain: row.account_domain,
            current_industry: row.current_industry,
            decision: row.decision,
            industry: row.industry,
            naics: row.naics,
            sic: row.sic,
            confidence: row.confidence,
            suggested_by: row.suggested_by,
            because: serde_json::to_value(row.because).unwrap_or_default(),
            suggested_at: row.suggested_at,
            decided_at: row.decided_at,
            reason: row.reason,
        }
    }
}

/// Which suggestions.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct WantedSuggestions {
    /// pending, accepted or rejected.
    pub decision: Option<String>,
    pub industry: Option<String>,
    /// Percent.
    pub confidence_at_least: Option<i32>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

/// Which accounts are looked at.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct SuggestFor {
    /// A list's arguments, as exports take them; all accounts in use without it.
    #[schema(value_type = Option<Object>)]
    pub filter: Option<Value>,
    /// Ask the model outside instead of the rules, where one is set up.
    pub ask_model: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Suggesting {
    /// Follow it at `/api/v1/jobs/{id}`.
    pub job_id: Uuid,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Rejection {
    /// For whoever wonders later.
    pub reason: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AcceptAll {
    /// Percent.
    pub confidence_at_least: i32,
    /// Of this industry only.
    pub industry: Option<String>,
    /// These accounts are left out.
    #[serde(default)]
    pub except: Vec<Uuid>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = RejectSuggestions)]
pub struct RejectAll {
    /// Percent; however sure, unless said.
    pub confidence_at_least: i32,
    /// Of this industry only.
    pub industry: Option<String>,
    /// These accounts are left out.
    pub except: Vec<Uuid>,
    /// For whoever wonders later.
    pub reason: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Accepting {
    /// A bulk change: followed, cancelled and undone at `/api/v1/bulk-changes/{id}`.
    pub bulk_id: Uuid,
    pub accounts: usize,
}
