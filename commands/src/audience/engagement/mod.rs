//! Use cases on what happens between us and contacts.

pub mod record;
#[cfg(test)]
mod tests;

use pivotal_domain::audience::engagement::entry::EngagementError;

use crate::error::{CommandError, Rejection};

impl From<EngagementError> for CommandError {
    fn from(error: EngagementError) -> Self {
        CommandError::rejected(Rejection::of_field(error.field(), error.code(), error.to_string()))
    }
}
