//! The columns of an exported file: from the fields that were asked for to headings that an import takes for the same.

use super::events::ExportFormat;
use crate::audience::fields::catalogue::{Entity, FieldKind, Target, field, label_of};

/// One column of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// In JSON, and where the value is looked up.
    pub key: String,
    /// In CSV and XLSX.
    pub heading: String,
}

/// The file's columns. What the product keeps as an id gets a name beside it, for people: an owner, a team, the account.
pub fn columns(entity: Entity, keys: &[String], format: ExportFormat) -> Vec<Column> {
    let mut columns = Vec::with_capacity(keys.len() + 2);
    for key in keys {
        let mut add = |key: &str, heading: String| columns.push(Column { key: key.to_owned(), heading });
        let label = label_of(entity, key);
        match field(entity, key).map(|def| def.kind) {
            // Told apart from the company's name, which an import would take "Account" for.
            Some(FieldKind::Ref(Target::Account)) if entity == Entity::Contact => {
                add("account_name", "Company".into());
                add("account_domain", "Company domain".into());
                // An import finds the account by its name and domain; an id would only be in its way.
                if format == ExportFormat::Json {
                    add(key, label);
                }
            }
            Some(FieldKind::User) | Some(FieldKind::Ref(Target::Team)) => {
                add(key, label.clone());
                add(&format!("{key}_name"), format!("{label} (name)"));
            }
            _ => add(key, label),
        }
    }
    columns
}
