//! A set as a file: what was asked for, and what came of it.

use super::items::ItemRow;

/// Columns of the file, in the order of [`cells`]: key in JSON, heading in the others.
pub const COLUMNS: &[(&str, &str)] = &[
    ("row", "Row"),
    ("domain", "Domain"),
    ("account_name", "Account name"),
    ("notes", "Notes"),
    ("status", "Status"),
    ("matched_account", "Matched account"),
    ("matched_account_domain", "Matched account domain"),
    ("account_id", "Account ID"),
    ("matched_via", "Matched via"),
    ("confidence", "Confidence"),
    ("contacts", "Contacts"),
];

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
