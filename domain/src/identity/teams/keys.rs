//! Under which keys a team stands in the guard tables.

use super::Team;

/// Unique, whatever its case.
pub const NAME: &str = "team.name";

pub fn claims(team: &Team) -> Vec<(&'static str, String)> {
    team.name.iter().map(|name| (NAME, name.to_lowercase())).collect()
}
