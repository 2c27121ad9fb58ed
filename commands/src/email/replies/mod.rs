//! Use cases on replies to campaigns: they come in with the signals of their mails, and the team works on them in one inbox.

pub mod act;
pub mod expire;
pub mod forget;
pub mod receive;
#[cfg(test)]
mod tests;

use pivotal_domain::email::replies::error::ReplyError;
use pivotal_domain::email::replies::{EmailReply, keys};

use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;

impl Guarded for EmailReply {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        keys::match_keys(self)
    }
}

impl From<ReplyError> for CommandError {
    fn from(error: ReplyError) -> Self {
        match error {
            ReplyError::Unknown => CommandError::NotFound(error.to_string()),
            _ => {
                let mut rejection = Rejection::new(error.code(), error.to_string());
                rejection.field = error.field().map(ToOwned::to_owned);
                CommandError::rejected(rejection)
            }
        }
    }
}
