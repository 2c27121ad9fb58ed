//! Under which keys a snippet stands in the guard tables.

use super::Snippet;

/// Unique, also among archived ones: a template that names one must never get another.
pub const NAME: &str = "email_snippet.name";

pub fn claims(snippet: &Snippet) -> Vec<(&'static str, String)> {
    snippet.made.iter().map(|made| (NAME, made.name.clone())).collect()
}
