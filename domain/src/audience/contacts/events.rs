//! What happens to contacts. Shapes only grow; each is pinned by a golden file.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audience::fields::catalogue::Entity;
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::{FieldChange, KeptValue};
use crate::audience::record::source::Source;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

/// How a contact came to its account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// By the domain of the email address.
    Auto,
    Manual,
    /// Named in the same row of a file.
    Import,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountLink {
    pub account_id: Uuid,
    pub how: LinkKind,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ContactEvent {
    ContactCreated {
        source: Source,
        at: DateTime<Utc>,
        fields: BTreeMap<String, FieldValue>,
        /// Keys of `fields` that rules worked out.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        derived: Vec<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        account: Option<AccountLink>,
    },
    ContactFieldsChanged {
        source: Source,
        at: DateTime<Utc>,
        #[serde(default)]
        changes: BTreeMap<String, FieldChange>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        derived: Vec<String>,
        /// Candidates that lost against what was there.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        kept: BTreeMap<String, KeptValue>,
    },
    ContactAccountLinked {
        source: Source,
        at: DateTime<Utc>,
        account: AccountLink,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        previous: Option<AccountLink>,
    },
    ContactAccountUnlinked {
        source: Source,
        at: DateTime<Utc>,
        previous: AccountLink,
    },
    ContactArchived {
        source: Source,
        at: DateTime<Utc>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    ContactRestored {
        source: Source,
        at: DateTime<Utc>,
    },
    /// The person's key is destroyed with this; from here on the earlier events fold without their personal parts.
    ContactErased {
        source: Source,
        at: DateTime<Utc>,
        request: String,
    },
    /// Others were merged into this one. The values it took from them stand in changes of fields right behind.
    ContactMerged {
        source: Source,
        at: DateTime<Utc>,
        absorbed: Vec<Uuid>,
        /// Which record each value came from, by the key of its field; what is not named was this one's own.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        values: BTreeMap<String, Uuid>,
    },
    /// It stands in no list any more, holds no key, and leads to the survivor.
    ContactMergedInto {
        source: Source,
        at: DateTime<Utc>,
        survivor: Uuid,
    },
    /// The merge was taken back: it is a record of its own again.
    ContactUnmerged {
        source: Source,
        at: DateTime<Utc>,
        survivor: Uuid,
    },
}

event_names!(ContactEvent {
    ContactCreated,
    ContactFieldsChanged,
    ContactAccountLinked,
    ContactAccountUnlinked,
    ContactArchived,
    ContactRestored,
    ContactErased,
    ContactMerged,
    ContactMergedInto,
    ContactUnmerged,
});

impl DomainEvent for ContactEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for ContactEvent {
    const AGGREGATE: &'static str = "contact";

    fn personal(&self) -> &'static [PersonalPart] {
        const FIELDS: &[PersonalPart] = &[PersonalPart::FieldMap { at: "fields", entity: Entity::Contact }];
        const CHANGES: &[PersonalPart] = &[
            PersonalPart::FieldMap { at: "changes", entity: Entity::Contact },
            PersonalPart::FieldMap { at: "kept", entity: Entity::Contact },
        ];
        // Free text about a person may say anything about them.
        const REASON: &[PersonalPart] = &[PersonalPart::Key("reason")];
        match self {
            ContactEvent::ContactCreated { .. } => FIELDS,
            ContactEvent::ContactFieldsChanged { .. } => CHANGES,
            ContactEvent::ContactArchived { .. } => REASON,
            ContactEvent::ContactAccountLinked { .. }
            | ContactEvent::ContactAccountUnlinked { .. }
            | ContactEvent::ContactRestored { .. }
            | ContactEvent::ContactErased { .. }
            | ContactEvent::ContactMerged { .. }
            | ContactEvent::ContactMergedInto { .. }
            | ContactEvent::ContactUnmerged { .. } => &[],
        }
    }
}
