//! How a change of fields is written into the log: only what changed, with old and new value, and what lost.

use serde::{Deserialize, Serialize};

use crate::audience::fields::value::FieldValue;

/// One field before and after. `None` is empty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FieldChange {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<FieldValue>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<FieldValue>,
}

/// A candidate that did not win. It is recorded all the same: history cannot be added later.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptValue {
    pub candidate: FieldValue,
    pub rule: KeptRule,
}

/// Why the value that was there stayed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeptRule {
    /// What was there came from a source of higher priority.
    SourcePriority,
    /// What was there is newer and of the same priority.
    Newer,
    /// The column may only fill empty fields.
    FillEmpty,
    /// The column must never change the field.
    Never,
    /// It was merged, and the survivor's value or another's was chosen.
    Merged,
}

/// How a candidate value may act on a field: the per-column rule of an import; people always overwrite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WriteRule {
    /// Source priority, then recency (AUD-6).
    #[default]
    BySource,
    FillEmpty,
    Overwrite,
    Never,
}
