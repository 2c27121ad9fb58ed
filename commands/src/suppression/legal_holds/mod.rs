//! Use cases on legal holds, and the guard that whatever deletes asks.

pub mod forget;
pub mod guard;
pub mod lift;
pub mod place;
pub mod standstill;
#[cfg(test)]
mod tests;

use pivotal_domain::suppression::legal_holds::LegalHold;
use pivotal_domain::suppression::legal_holds::error::LegalHoldError;

use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;

/// What it guards stands in a table of its own, which the log writes.
impl Guarded for LegalHold {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<LegalHoldError> for CommandError {
    fn from(error: LegalHoldError) -> Self {
        match error.field() {
            Some(field) => {
                CommandError::rejected(Rejection::of_field(field, error.code(), error.to_string()))
            }
            None => CommandError::NotFound(error.to_string()),
        }
    }
}
