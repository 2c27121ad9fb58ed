//! What a launch fixes: whatever is changed afterwards in templates and senders, this goes out.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::content::Variant;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pinned {
    pub sender: Uuid,
    /// The name of an account of the configuration.
    pub account: String,
    pub from_domain: String,
    pub brand: Uuid,
    pub variants: Vec<Variant>,
    /// Where our short links lead, and nowhere else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<PinnedLink>,
    /// Of the content that was pinned.
    pub digest: String,
    /// How far the sender's own events went: name and addresses are those of that moment, and stay sealed with the sender's key. `None`: of
    /// a launch before this was kept; they are what they are now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sender_version: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinnedLink {
    pub variant: char,
    /// Its number, from 1 in each variant.
    pub n: u16,
    /// Merge tags stand in it unfilled: they are filled when somebody clicks.
    pub url: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}
