//! What a view keeps of a list.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::error::SavedViewError;

/// Conditions beyond this are no view that a person has set up.
const LARGEST: usize = 64 * 1024;
const MOST_COLUMNS: usize = 200;
const LONGEST_KEY: usize = 200;

/// The state of a list. A column or field that is gone later is kept here and passed over by who shows the list.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ViewContent {
    /// Keys in their order; empty leaves the columns as they are.
    #[serde(default)]
    pub columns: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<ViewSort>,
    /// Words to search for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub search: String,
    /// The list's own quick filters: their values by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub quick: BTreeMap<String, Vec<String>>,
    /// Conditions in the filter language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<Value>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewSort {
    pub field: String,
    pub descending: bool,
}

impl ViewContent {
    /// Whether only columns are kept: such a view goes with any conditions.
    pub fn is_preset(&self) -> bool {
        self.sort.is_none() && self.search.is_empty() && self.quick.is_empty() && self.filter.is_none()
    }

    pub(super) fn check(&self) -> Result<(), SavedViewError> {
        if self.columns.is_empty() && self.is_preset() {
            return Err(SavedViewError::Nothing);
        }
        if self.columns.len() > MOST_COLUMNS {
            return Err(SavedViewError::TooManyColumns(self.columns.len()));
        }
        let keys =
            self.columns.iter().chain(self.quick.keys()).chain(self.sort.iter().map(|sort| &sort.field));
        if let Some(key) = keys.clone().find(|key| key.is_empty() || key.len() > LONGEST_KEY) {
            return Err(SavedViewError::Key(key.chars().take(40).collect()));
        }
        match serde_json::to_vec(self).map_or(usize::MAX, |text| text.len()) {
            size if size > LARGEST => Err(SavedViewError::TooLarge(size)),
            _ => Ok(()),
        }
    }
}
