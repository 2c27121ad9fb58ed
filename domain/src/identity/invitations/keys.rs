//! Under which key an invitation stands in the guard tables.

use super::{Invitation, Standing};

/// Unique: an address has one open invitation.
pub const EMAIL: &str = "invitation.email";

pub fn claims(invitation: &Invitation) -> Vec<(&'static str, String)> {
    match invitation.standing {
        Standing::Open if !invitation.email.is_empty() => vec![(EMAIL, invitation.email.clone())],
        _ => Vec::new(),
    }
}
