//! Under which keys a template stands in the guard tables.

use super::EmailTemplate;
use crate::email::snippets::include;

/// Unique, whatever its case. An archived template frees its name.
pub const NAME: &str = "email_template.name";

pub fn claims(template: &EmailTemplate) -> Vec<(&'static str, String)> {
    let made = template.made.iter().filter(|_| !template.archived);
    made.map(|made| (NAME, made.details.name.to_lowercase())).collect()
}

/// Templates in use, by the name of each snippet that their draft includes. Versions keep what snippets said, and need none.
pub const INCLUDES: &str = "email_template.includes";

pub fn match_keys(template: &EmailTemplate) -> Vec<(&'static str, String)> {
    let made = template.made.iter().filter(|_| !template.archived);
    made.flat_map(|made| include::names(&made.draft)).map(|name| (INCLUDES, name)).collect()
}
