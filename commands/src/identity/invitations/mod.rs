//! Use cases on invitations: asking somebody by mail to join, and joining.

pub mod accept;
pub mod colleagues;
pub mod prove;
pub mod revoke;
pub mod send;
#[cfg(test)]
mod tests;

use pivotal_domain::identity::invitations::error::InvitationError;
use pivotal_domain::identity::invitations::{Invitation, keys};

use crate::error::CommandError;
use crate::execute::Guarded;

impl Guarded for Invitation {
    fn claims(&self) -> Vec<(&'static str, String)> {
        keys::claims(self)
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// The address was taken while the invitation was being sent.
fn open_already(error: CommandError, email: &str) -> CommandError {
    let taken = |rejections: &[crate::error::Rejection]| {
        rejections.iter().any(|rejection| rejection.code == "VALUE_TAKEN")
    };
    match error {
        CommandError::Rejected(rejections) if taken(&rejections) => {
            InvitationError::Open(email.to_owned()).into()
        }
        other => other,
    }
}
