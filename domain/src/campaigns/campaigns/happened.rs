//! The small parts of what happened: why a campaign was paused, who chose a winner and on what, what was confirmed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::content::Metric;

/// What somebody vouched for before a launch, in the words they saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    pub code: ConfirmationCode,
    pub wording: String,
    pub by: Uuid,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConfirmationCode {
    LawfulBasis,
    ContentChecked,
    /// Only with a client.
    ClientAgrees,
}

impl ConfirmationCode {
    pub const ALL: [ConfirmationCode; 3] =
        [ConfirmationCode::LawfulBasis, ConfirmationCode::ContentChecked, ConfirmationCode::ClientAgrees];

    pub const fn as_str(self) -> &'static str {
        match self {
            ConfirmationCode::LawfulBasis => "lawful_basis",
            ConfirmationCode::ContentChecked => "content_checked",
            ConfirmationCode::ClientAgrees => "client_agrees",
        }
    }

    pub const fn wording(self) -> &'static str {
        match self {
            ConfirmationCode::LawfulBasis => "We have a lawful basis to contact everybody in this audience.",
            ConfirmationCode::ContentChecked => "I have read what is sent, and it is what we want to say.",
            ConfirmationCode::ClientAgrees => "The client agreed to this campaign and its audience.",
        }
    }

    /// Those that a launch asks for.
    pub fn wanted(with_client: bool) -> impl Iterator<Item = ConfirmationCode> {
        ConfirmationCode::ALL
            .into_iter()
            .filter(move |code| with_client || *code != ConfirmationCode::ClientAgrees)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnscheduledBy {
    Person,
    /// The pre-flight at its start found faults.
    Start,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PauseReason {
    Person,
    Complaints,
    Bounces,
    Provider,
    /// The log was restored from a backup: what left since then, it does not know.
    Restore,
}

impl PauseReason {
    pub const fn as_str(self) -> &'static str {
        match self {
            PauseReason::Person => "person",
            PauseReason::Complaints => "complaints",
            PauseReason::Bounces => "bounces",
            PauseReason::Provider => "provider",
            PauseReason::Restore => "restore",
        }
    }

    /// Why it stands still, as its page says it.
    pub const fn words(self) -> &'static str {
        match self {
            PauseReason::Person => "Somebody paused it.",
            PauseReason::Complaints => "Too many recipients reported it as spam.",
            PauseReason::Bounces => "Too many of its mails bounced.",
            PauseReason::Provider => "The provider does not take its mails.",
            PauseReason::Restore => {
                "The log was restored from a backup. Mail may have left that it does not know of."
            }
        }
    }
}

/// Numbers and codes behind a pause. What a provider says about somebody's address is not kept here.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PauseDetail {
    /// Why, in the words of whoever paused it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub numbers: BTreeMap<String, f64>,
}

impl PauseDetail {
    pub fn is_empty(&self) -> bool {
        *self == PauseDetail::default()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChosenBy {
    Test,
    Person,
}

/// What was known when a winner was chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    pub metric: Metric,
    pub variants: Vec<Tried>,
    /// The name of the statistical test.
    pub test: String,
    /// Of each variant against the leader, corrected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub p: Vec<f64>,
    /// Whether there was enough of it to tell.
    pub enough: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tried {
    pub key: char,
    pub trials: u64,
    pub successes: u64,
}
