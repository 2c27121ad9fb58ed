//! Use cases on notifications: what somebody has read, and what they want to be told of. Nobody reaches any but their own,
//! so no permission is asked for.

pub mod mail;
pub mod preferences;
pub mod read;
pub mod send_due;
#[cfg(test)]
mod tests;

use pivotal_domain::identity::notifications::NotificationPreferences;
use pivotal_domain::identity::notifications::error::NotificationError;

use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;

impl Guarded for NotificationPreferences {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<NotificationError> for CommandError {
    fn from(error: NotificationError) -> Self {
        CommandError::rejected(Rejection::of_field(error.field(), error.code(), error.to_string()))
    }
}
