//! Use cases on teams.

pub mod archive;
pub mod create;
pub mod members;
pub mod rename;
#[cfg(test)]
mod tests;

use pivotal_domain::identity::teams::error::TeamError;
use pivotal_domain::identity::teams::{Team, keys};

use crate::error::CommandError;
use crate::execute::Guarded;

impl Guarded for Team {
    fn claims(&self) -> Vec<(&'static str, String)> {
        keys::claims(self)
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// The log knows only that a value is taken; this use case knows which name that was.
fn name_taken(error: CommandError, name: &str) -> CommandError {
    match error {
        CommandError::Rejected(rejections)
            if rejections.iter().any(|rejection| rejection.code == "VALUE_TAKEN") =>
        {
            TeamError::NameTaken(name.trim().to_owned()).into()
        }
        other => other,
    }
}
