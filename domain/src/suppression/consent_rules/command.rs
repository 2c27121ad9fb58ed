//! What one can ask of the rules.

use chrono::{DateTime, Utc};

use super::rules::CountryRule;
use crate::audience::values::country::Country;

#[derive(Debug, Clone, PartialEq)]
pub enum ConsentRuleCommand {
    /// `None`: of every country without a rule of its own.
    Set {
        at: DateTime<Utc>,
        country: Option<Country>,
        rule: CountryRule,
        /// On whose word: a lawyer's opinion, a new law.
        note: Option<String>,
        source: String,
    },
    /// The rule of all other countries holds there from now on.
    Remove { at: DateTime<Utc>, country: Option<Country>, source: String },
}
