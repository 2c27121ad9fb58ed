//! What may be asked of the custom fields of an entity.

use chrono::{DateTime, Utc};

use super::definition::FieldType;
use crate::audience::fields::catalogue::Entity;

#[derive(Debug, Clone, PartialEq)]
pub enum CustomFieldCommand {
    Define { field: NewField, at: DateTime<Utc> },
    Change { key: String, changes: FieldChanges, at: DateTime<Utc> },
    Archive { key: String, at: DateTime<Utc> },
    Restore { key: String, at: DateTime<Utc> },
}

#[derive(Debug, Clone, PartialEq)]
pub struct NewField {
    pub entity: Entity,
    pub label: String,
    pub field_type: FieldType,
    /// Labels.
    pub options: Vec<String>,
    pub required: bool,
    pub unique: bool,
    /// As it was typed; empty for none.
    pub default: Option<String>,
}

/// What may be said anew; `None` leaves a part as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FieldChanges {
    pub label: Option<String>,
    /// All options in their new order. None may be missing: one that is not wanted any more is retired.
    pub options: Option<Vec<ChangedOption>>,
    pub required: Option<bool>,
    pub unique: Option<bool>,
    /// As it was typed; `Some(None)` takes it away.
    pub default: Option<Option<String>>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ChangedOption {
    /// Of an option that is there; `None` adds one.
    pub value: Option<String>,
    pub label: String,
    pub retired: bool,
}
