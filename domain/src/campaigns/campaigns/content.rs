//! What a campaign by mail says: who it comes from, one wording or several, and what is counted.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::error::CampaignError;
use crate::email::tracking::links::utm;

/// Most wordings that are tried against each other.
pub const VARIANTS_MAX: usize = 8;
pub const WEIGHT_MAX: u16 = 1_000;
/// Longest subject, in characters.
pub const SUBJECT_MAX: usize = 300;
/// Longest name of a link and longest value of a tag, in characters.
pub const LABEL_MAX: usize = 200;
/// Most links with names.
pub const NAMED_MAX: usize = 500;
/// Shortest and longest test, in minutes.
pub const TEST_MINUTES: (u32, u32) = (10, 30 * 24 * 60);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailContent {
    /// A sender profile.
    pub sender: Uuid,
    pub variants: Vec<Variant>,
    /// `None`: with several variants, each goes to its share of all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<AbTest>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub utm: Option<Utm>,
    pub track_opens: bool,
    pub track_links: bool,
    /// Names of links by their numbers, as reports show them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub named_links: BTreeMap<u16, String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// A to H.
    pub key: char,
    pub template: Uuid,
    pub version: u32,
    /// `None`: the template's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Of all weights together.
    pub weight: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbTest {
    pub metric: Metric,
    /// Of the audience, 5 to 100. The others wait for the winner.
    pub share_percent: u8,
    pub runs_for_minutes: u32,
    pub decides: Decides,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    Clicked,
    Opened,
    Replied,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decides {
    Test { otherwise: Otherwise },
    Person,
}

/// When the test finds no difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Otherwise {
    /// The best so far goes out, though it may be chance.
    Leader,
    /// The rest waits for a person.
    Wait,
}

/// Tags at the end of links for the statistics of a web site. What is empty is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Utm {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub source: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub medium: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub campaign: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub term: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub content: String,
}

impl Utm {
    fn values(&self) -> [&String; 5] {
        [&self.source, &self.medium, &self.campaign, &self.term, &self.content]
    }
}

impl From<Utm> for utm::Utm {
    fn from(tags: Utm) -> Self {
        let Utm { source, medium, campaign, term, content } = tags;
        utm::Utm { source, medium, campaign, term, content }
    }
}

impl EmailContent {
    pub(crate) fn check(&self) -> Result<(), CampaignError> {
        if self.variants.is_empty() || self.variants.len() > VARIANTS_MAX {
            return Err(CampaignError::VariantsInvalid("Choose one to eight variants."));
        }
        if !self.variants.iter().zip('A'..='H').all(|(variant, key)| variant.key == key) {
            return Err(CampaignError::VariantsInvalid(
                "Variants are called A, B, C and so on, in this order.",
            ));
        }
        if !self.variants.iter().all(|variant| (1..=WEIGHT_MAX).contains(&variant.weight)) {
            return Err(CampaignError::VariantsInvalid(
                "The weight of a variant is a number from 1 to 1,000.",
            ));
        }
        if self
            .variants
            .iter()
            .filter_map(|variant| variant.subject.as_deref())
            .any(|subject| !is_subject(subject))
        {
            return Err(CampaignError::SubjectInvalid);
        }
        if let Some(test) = &self.test {
            test.check(self.variants.len())?;
        }
        let mut labels = self.utm.iter().flat_map(Utm::values).chain(self.named_links.values());
        if self.named_links.len() > NAMED_MAX || labels.any(|label| !is_label(label)) {
            return Err(CampaignError::LabelInvalid);
        }
        Ok(())
    }

    /// Of all that is said: a test mail or a confirmation of other words counts for nothing.
    pub fn digest(&self) -> String {
        // Maps are in order, so the same content is the same text.
        let text = serde_json::to_vec(self).unwrap_or_default();
        hex::encode(Sha256::digest(text))
    }

    pub fn variant(&self, key: char) -> Option<&Variant> {
        self.variants.iter().find(|variant| variant.key == key)
    }
}

impl AbTest {
    fn check(&self, variants: usize) -> Result<(), CampaignError> {
        let (shortest, longest) = TEST_MINUTES;
        if variants < 2 {
            Err(CampaignError::TestInvalid("A test needs at least two variants."))
        } else if !(5..=100).contains(&self.share_percent) {
            Err(CampaignError::TestInvalid("A test goes to 5 to 100 percent of the audience."))
        } else if !(shortest..=longest).contains(&self.runs_for_minutes) {
            Err(CampaignError::TestInvalid("A test runs for ten minutes to thirty days."))
        } else {
            Ok(())
        }
    }
}

/// One line: a line break in it would begin another header of the mail.
fn is_subject(subject: &str) -> bool {
    !subject.trim().is_empty()
        && subject.chars().count() <= SUBJECT_MAX
        && !subject.chars().any(char::is_control)
}

fn is_label(label: &str) -> bool {
    label.chars().count() <= LABEL_MAX && !label.chars().any(char::is_control)
}
