//! Under which keys a template stands in the guard tables.

use super::EmailTemplate;

/// Unique, whatever its case. An archived template frees its name.
pub const NAME: &str = "email_template.name";

pub fn claims(template: &EmailTemplate) -> Vec<(&'static str, String)> {
    let made = template.made.iter().filter(|_| !template.archived);
    made.map(|made| (NAME, made.details.name.to_lowercase())).collect()
}
