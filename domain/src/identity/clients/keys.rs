//! Under which keys a client stands in the guard tables.

use super::Client;

/// Unique, whatever its case.
pub const NAME: &str = "client.name";

pub fn claims(client: &Client) -> Vec<(&'static str, String)> {
    client.name.iter().map(|name| (NAME, name.to_lowercase())).collect()
}
