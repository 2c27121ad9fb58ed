//! A set as a file: what was asked for, and what came of it.

/// Headings of the file, in the order of [`cells`].
pub const HEADINGS: &[&str] = &[
    "Row",
    "Domain",
    "Account name",
    "Notes",
    "Status",
    "Matched account",
    "Matched account domain",
    "Account ID",
    "Matched via",
    "Confidence",
    "Contacts",
];

use super::items::ItemRow;

/// An item as the file holds it.
pub fn cells(row: &ItemRow) -> Vec<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let confidence = row.confidence.map(|hundredths| format!("{}.{:02}", hundredths / 100, hundredths % 100));
    vec![
        row.number.to_string(),
        row.domain.clone(),
        text(&row.account_name),
        text(&row.notes),
        row.status.clone(),
        text(&row.account),
        text(&row.account_domain),
        row.account_id.map(|id| id.to_string()).unwrap_or_default(),
        text(&row.via),
        confidence.unwrap_or_default(),
        row.contacts.to_string(),
    ]
}
