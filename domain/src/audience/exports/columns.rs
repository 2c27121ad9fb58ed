//! The columns of an exported file: from the fields that were asked for to headings that an import takes for the same.

use std::sync::Arc;

use serde_json::Value;

use super::events::ExportFormat;
use crate::audience::custom_fields::definition::Definition;
use crate::audience::custom_fields::definitions::Definitions;
use crate::audience::fields::catalogue::{Entity, FieldKind, Target, field};

/// One column of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// In JSON, and where the value is looked up.
    pub key: String,
    /// In CSV and XLSX.
    pub heading: String,
    /// A custom choice: its options are written as they are called.
    pub choice: Option<Arc<Definition>>,
}

impl Column {
    /// A value as a person reads it: of a custom choice its label, which an import takes for the same.
    pub fn said(&self, value: Value) -> Value {
        let Some(choice) = &self.choice else { return value };
        let said = |text: &str| Value::from(choice.label_of(text));
        match value {
            Value::String(text) => said(&text),
            Value::Array(items) => {
                items.into_iter().map(|item| item.as_str().map(said).unwrap_or(item)).collect()
            }
            other => other,
        }
    }
}

/// The file's columns. What the product keeps as an id gets a name beside it, for people: an owner, a team, a client, the account.
pub fn columns(
    entity: Entity,
    keys: &[String],
    format: ExportFormat,
    definitions: &Definitions,
) -> Vec<Column> {
    let mut columns = Vec::with_capacity(keys.len() + 2);
    for key in keys {
        let choice = definitions.get(key).filter(|definition| definition.field_type.has_options()).cloned();
        let mut add = |key: &str, heading: String| {
            columns.push(Column { key: key.to_owned(), heading, choice: choice.clone() })
        };
        let label = definitions.label(entity, key);
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
            Some(FieldKind::User) | Some(FieldKind::Ref(Target::Team | Target::Client)) => {
                add(key, label.clone());
                add(&format!("{key}_name"), format!("{label} (name)"));
            }
            _ => add(key, label),
        }
    }
    columns
}
