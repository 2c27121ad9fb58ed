//! What a campaign is called and whose it is.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::error::CampaignError;
use crate::audience::values::fold::fold;
use crate::audience::values::text;
use crate::identity::name::tidy_name;

/// Most tags of one campaign.
pub const TAGS_MAX: usize = 20;
/// Longest tag, in characters.
pub const TAG_LONGEST: usize = 60;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    pub name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<Uuid>,
    pub owner: Uuid,
    /// For whom it is done; ours if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<Uuid>,
}

/// `None` leaves a part as it is; of what may be none, `Some(None)` takes it away.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DetailChanges {
    pub name: Option<String>,
    pub tags: Option<Vec<String>>,
    pub team: Option<Option<Uuid>>,
    pub owner: Option<Uuid>,
    pub client: Option<Option<Uuid>>,
}

impl DetailChanges {
    pub(super) fn on(self, before: &Details) -> Result<Details, CampaignError> {
        Ok(Details {
            name: match self.name {
                Some(name) => tidy_name(&name)?,
                None => before.name.clone(),
            },
            tags: match self.tags {
                Some(tags) => tidy_tags(&tags)?,
                None => before.tags.clone(),
            },
            team: self.team.unwrap_or(before.team),
            owner: self.owner.unwrap_or(before.owner),
            client: self.client.unwrap_or(before.client),
        })
    }
}

/// One that is there in other letters is there.
fn tidy_tags(raw: &[String]) -> Result<Vec<String>, CampaignError> {
    let mut tags: Vec<String> = Vec::new();
    for tag in raw.iter().map(|raw| text::line(raw)).filter(|tag| !tag.is_empty()) {
        if tag.chars().count() > TAG_LONGEST {
            return Err(CampaignError::TagTooLong { tag: tag.chars().take(TAG_LONGEST).collect() });
        }
        if !tags.iter().any(|held| fold(held) == fold(&tag)) {
            tags.push(tag);
        }
    }
    match tags.len() {
        count if count > TAGS_MAX => Err(CampaignError::TooManyTags { count }),
        _ => Ok(tags),
    }
}
