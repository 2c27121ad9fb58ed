//! Under which keys a user stands in the guard tables.

use super::User;

/// Unique: the address somebody signs in with. A disabled user keeps it.
pub const EMAIL: &str = "user.email";
/// Shared by all active administrators, so that there is always one left.
pub const ACTIVE_ADMIN: &str = "user.active_admin";
/// The one value under [`ACTIVE_ADMIN`].
pub const YES: &str = "yes";

pub fn claims(user: &User) -> Vec<(&'static str, String)> {
    if user.email.is_empty() { Vec::new() } else { vec![(EMAIL, user.email.clone())] }
}

pub fn match_keys(user: &User) -> Vec<(&'static str, String)> {
    if user.is_active_admin() { vec![(ACTIVE_ADMIN, YES.to_owned())] } else { Vec::new() }
}
