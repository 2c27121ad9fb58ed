//! Use cases on the rules by country.

pub mod remove;
pub mod set;
#[cfg(test)]
mod tests;

use pivotal_domain::audience::values::country::Country;
use pivotal_domain::suppression::consent_rules::ConsentRules;
use pivotal_domain::suppression::consent_rules::error::ConsentRuleError;
use pivotal_domain::suppression::consent_rules::rules::OTHERS;

use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;

impl Guarded for ConsentRules {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<ConsentRuleError> for CommandError {
    fn from(error: ConsentRuleError) -> Self {
        CommandError::rejected(Rejection::of_field(error.field(), error.code(), error.to_string()))
    }
}

/// `*` is every country without a rule of its own.
fn country(code: &str) -> Result<Option<Country>, ConsentRuleError> {
    if code.trim() == OTHERS {
        return Ok(None);
    }
    Country::parse(code.trim()).map(Some).ok_or(ConsentRuleError::UnknownCountry)
}
