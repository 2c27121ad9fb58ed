//! What happens to accounts. Shapes only grow; each is pinned by a golden file. Nothing here is about a person.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use cqrs_es::DomainEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::{FieldChange, KeptValue};
use crate::audience::record::source::Source;
use crate::event_names;
use crate::log::personal::{LoggedEvent, PersonalPart};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum AccountEvent {
    AccountCreated {
        source: Source,
        at: DateTime<Utc>,
        fields: BTreeMap<String, FieldValue>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        derived: Vec<String>,
    },
    AccountFieldsChanged {
        source: Source,
        at: DateTime<Utc>,
        #[serde(default)]
        changes: BTreeMap<String, FieldChange>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        derived: Vec<String>,
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        kept: BTreeMap<String, KeptValue>,
    },
    AccountArchived {
        source: Source,
        at: DateTime<Utc>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    AccountRestored {
        source: Source,
        at: DateTime<Utc>,
    },
    /// Others were merged into this one. The values it took from them stand in changes of fields right behind.
    AccountMerged {
        source: Source,
        at: DateTime<Utc>,
        absorbed: Vec<Uuid>,
        /// Which record each value came from, by the key of its field; what is not named was this one's own.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        values: BTreeMap<String, Uuid>,
    },
    /// It stands in no list any more, holds no key, and leads to the survivor.
    AccountMergedInto {
        source: Source,
        at: DateTime<Utc>,
        survivor: Uuid,
    },
    /// The merge was taken back: it is a record of its own again.
    AccountUnmerged {
        source: Source,
        at: DateTime<Utc>,
        survivor: Uuid,
    },
}

event_names!(AccountEvent {
    AccountCreated,
    AccountFieldsChanged,
    AccountArchived,
    AccountRestored,
    AccountMerged,
    AccountMergedInto,
    AccountUnmerged,
});

impl DomainEvent for AccountEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1.0".to_owned()
    }
}

impl LoggedEvent for AccountEvent {
    const AGGREGATE: &'static str = "account";

    fn personal(&self) -> &'static [PersonalPart] {
        &[]
    }
}
