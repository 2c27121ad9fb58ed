//! What people may say about a template beside its content.

use serde::{Deserialize, Serialize};

use super::error::TemplateError;
use crate::audience::values::fold::fold;
use crate::identity::name::tidy_name;

/// Most tags of one template.
pub const TAGS_MAX: usize = 20;
/// Longest tag and longest name of a brand, in characters.
pub const TAG_LONGEST: usize = 60;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    pub name: String,
    /// In whose name it speaks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brand: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

/// `None` leaves a part as it is; an inner one empties it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DetailChanges {
    pub name: Option<String>,
    pub brand: Option<Option<String>>,
    pub tags: Option<Vec<String>>,
}

impl Details {
    pub(super) fn tidy(self) -> Result<Details, TemplateError> {
        let brand = match self.brand.as_deref().map(one_line).filter(|brand| !brand.is_empty()) {
            Some(brand) if brand.chars().count() > TAG_LONGEST => return Err(TemplateError::BrandTooLong),
            brand => brand,
        };
        Ok(Details { name: tidy_name(&self.name)?, brand, tags: tidy_tags(&self.tags)? })
    }
}

impl DetailChanges {
    pub(super) fn on(self, before: &Details) -> Result<Details, TemplateError> {
        Details {
            name: self.name.unwrap_or_else(|| before.name.clone()),
            brand: self.brand.unwrap_or_else(|| before.brand.clone()),
            tags: self.tags.unwrap_or_else(|| before.tags.clone()),
        }
        .tidy()
    }
}

/// One that is there in other letters is there.
fn tidy_tags(raw: &[String]) -> Result<Vec<String>, TemplateError> {
    let mut tags: Vec<String> = Vec::new();
    for tag in raw.iter().map(|raw| one_line(raw)) {
        if tag.chars().count() > TAG_LONGEST {
            return Err(TemplateError::TagTooLong { tag: tag.chars().take(TAG_LONGEST).collect() });
        }
        if !tag.is_empty() && !tags.iter().any(|held| fold(held) == fold(&tag)) {
            tags.push(tag);
        }
    }
    match tags.len() {
        count if count > TAGS_MAX => Err(TemplateError::TooManyTags { count }),
        _ => Ok(tags),
    }
}

fn one_line(raw: &str) -> String {
    let clean: String = raw.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}
