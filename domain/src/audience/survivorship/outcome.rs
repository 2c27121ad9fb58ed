//! What rules come to on the records that are there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::weigh::Weighed;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Difference {
    /// Records that were weighed.
    pub records: u64,
    /// Of them, those that would hold at least one other value.
    pub changed: u64,
    /// Values that would be others, by field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, u64>,
}

impl Difference {
    /// One more record.
    pub fn count(&mut self, weighed: &[Weighed]) {
        self.records += 1;
        self.changed += u64::from(!weighed.is_empty());
        for one in weighed {
            *self.fields.entry(one.field.clone()).or_default() += 1;
        }
    }
}
