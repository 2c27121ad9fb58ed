//! The state decisions about a record need: its values, and for each who set it and when.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::change::{FieldChange, KeptValue};
use super::source::Source;
use crate::audience::fields::value::FieldValue;

/// A value a record holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Held {
    pub value: FieldValue,
    pub rank: u8,
    pub at: DateTime<Utc>,
    /// Worked out by rules from other fields; any given value replaces it.
    pub derived: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Standing {
    /// No event yet.
    #[default]
    Absent,
    Active,
    Archived,
    Erased,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RecordState {
    pub standing: Standing,
    pub fields: BTreeMap<String, Held>,
    /// The last candidate that lost, per field: the same one again is no news.
    pub kept: BTreeMap<String, FieldValue>,
    /// It is part of this one now: archived, without a key of its own, and restored by undoing the merge only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<Uuid>,
    /// Those that were ever merged into it. Which of them still are, they say themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absorbed: Vec<Uuid>,
}

impl RecordState {
    pub fn value(&self, key: &str) -> Option<&FieldValue> {
        self.fields.get(key).map(|held| &held.value)
    }

    pub fn text(&self, key: &str) -> Option<&str> {
        self.value(key).and_then(FieldValue::as_text)
    }

    /// The items of a multi-value field.
    pub fn texts(&self, key: &str) -> &[String] {
        self.value(key).map_or(&[], FieldValue::texts)
    }

    pub fn is_active(&self) -> bool {
        self.standing == Standing::Active
    }

    pub(crate) fn created(
        &mut self,
        source: &Source,
        at: DateTime<Utc>,
        fields: BTreeMap<String, FieldValue>,
        derived: &[String],
    ) {
        self.standing = Standing::Active;
        self.fields = fields
            .into_iter()
            .map(|(key, value)| {
                let derived = derived.contains(&key);
                (key, Held { value, rank: source.rank(), at, derived })
            })
            .collect();
    }

    pub(crate) fn changed(
        &mut self,
        source: &Source,
        at: DateTime<Utc>,
        changes: BTreeMap<String, FieldChange>,
        derived: &[String],
        kept: BTreeMap<String, KeptValue>,
    ) {
        for (key, change) in changes {
            self.kept.remove(&key);
            match change.new {
                Some(value) => {
                    let derived = derived.contains(&key);
                    self.fields.insert(key, Held { value, rank: source.rank(), at, derived });
                }
                None => {
                    self.fields.remove(&key);
                }
            }
        }
        self.kept.extend(kept.into_iter().map(|(key, kept)| (key, kept.candidate)));
    }

    pub(crate) fn merged(&mut self, survivor: Uuid) {
        self.standing = Standing::Archived;
        self.merged_into = Some(survivor);
    }

    pub(crate) fn unmerged(&mut self) {
        self.standing = Standing::Active;
        self.merged_into = None;
    }

    pub(crate) fn erased(&mut self) {
        *self = RecordState { standing: Standing::Erased, ..RecordState::default() };
    }
}
