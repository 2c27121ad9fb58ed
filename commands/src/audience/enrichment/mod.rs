//! Use cases on suggested industries: asking for suggestions over a list of accounts, accepting and rejecting them.
//!
//! Accepting many at once is a bulk change (`bulk`), which is followed, cancelled and undone like any other.

pub mod accept;
pub mod reject;
pub mod reopen;
pub mod run;
pub mod start;

use pivotal_domain::audience::enrichment::IndustrySuggestion;
use pivotal_domain::audience::enrichment::error::EnrichmentError;

use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;

impl Guarded for IndustrySuggestion {
    /// None: each account has one, under the account's id.
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<EnrichmentError> for CommandError {
    fn from(error: EnrichmentError) -> Self {
        CommandError::rejected(Rejection::new(error.code(), error.to_string()))
    }
}
