//! What people may say about a list, and say anew.

use serde::{Deserialize, Serialize};

use super::error::ListError;
use crate::audience::saved_views::sharing::Sharing;
use crate::audience::values::fold::fold;
use crate::identity::name::tidy_name;

/// Most tags of one list.
pub const TAGS_MAX: usize = 20;
/// Longest tag, in characters.
pub const TAG_LONGEST: usize = 60;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    pub name: String,
    /// Who sees it.
    pub sharing: Sharing,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

/// `None` leaves a part as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DetailChanges {
    pub name: Option<String>,
    pub sharing: Option<Sharing>,
    pub tags: Option<Vec<String>>,
}

impl Details {
    pub(super) fn tidy(self) -> Result<Details, ListError> {
        let (name, tags) = (tidy_name(&self.name)?, tidy_tags(&self.tags)?);
        Ok(Details { name, tags, ..self })
    }
}

impl DetailChanges {
    pub(super) fn on(self, before: &Details) -> Result<Details, ListError> {
        Details {
            name: self.name.unwrap_or_else(|| before.name.clone()),
            sharing: self.sharing.unwrap_or(before.sharing),
            tags: self.tags.unwrap_or_else(|| before.tags.clone()),
        }
        .tidy()
    }
}

/// White space and control characters are tidied; one that is there in other letters is there.
fn tidy_tags(raw: &[String]) -> Result<Vec<String>, ListError> {
    let mut tags: Vec<String> = Vec::new();
    for raw in raw {
        let clean: String = raw.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let tag = clean.split_whitespace().collect::<Vec<_>>().join(" ");
        if tag.chars().count() > TAG_LONGEST {
            return Err(ListError::TagTooLong { tag: tag.chars().take(TAG_LONGEST).collect() });
        }
        if !tag.is_empty() && !tags.iter().any(|held| fold(held) == fold(&tag)) {
            tags.push(tag);
        }
    }
    match tags.len() {
        count if count > TAGS_MAX => Err(ListError::TooManyTags { count }),
        _ => Ok(tags),
    }
}
