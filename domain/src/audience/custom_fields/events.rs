//! What can have happened to the custom fields of an entity.

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};

use super::definition::{Definition, FieldOption};
use crate::audience::fields::value::FieldValue;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum CustomFieldEvent {
    CustomFieldDefined {
        at: DateTime<Utc>,
        field: Definition,
    },
    CustomFieldRenamed {
        at: DateTime<Utc>,
        key: String,
        label: String,
        previous: String,
    },
    CustomFieldOptionsChanged {
        at: DateTime<Utc>,
        key: String,
        options: Vec<FieldOption>,
        previous: Vec<FieldOption>,
    },
    CustomFieldRequirementChanged {
        at: DateTime<Utc>,
        key: String,
        required: bool,
    },
    CustomFieldUniquenessChanged {
        at: DateTime<Utc>,
        key: String,
        unique: bool,
    },
    CustomFieldDefaultChanged {
        at: DateTime<Utc>,
        key: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        default: Option<FieldValue>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        previous: Option<FieldValue>,
    },
    CustomFieldArchived {
        at: DateTime<Utc>,
        key: String,
    },
    CustomFieldRestored {
        at: DateTime<Utc>,
        key: String,
    },
}

event_names!(CustomFieldEvent {
    CustomFieldDefined,
    CustomFieldRenamed,
    CustomFieldOptionsChanged,
    CustomFieldRequirementChanged,
    CustomFieldUniquenessChanged,
    CustomFieldDefaultChanged,
    CustomFieldArchived,
    CustomFieldRestored,
});

impl DomainEvent for CustomFieldEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for CustomFieldEvent {
    const AGGREGATE: &'static str = "custom_fields";

    /// Which fields there are is not about anybody; the values of contacts are, and are sealed with the contact.
    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
