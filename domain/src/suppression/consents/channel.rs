//! By which way somebody is contacted: consent to mail is no consent to calls.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Email,
    Phone,
}

impl Channel {
    pub const ALL: [Channel; 2] = [Channel::Email, Channel::Phone];

    /// As written in events and tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Channel::Email => "email",
            Channel::Phone => "phone",
        }
    }

    /// Within a sentence: "Consent to email".
    pub fn label(self) -> &'static str {
        match self {
            Channel::Email => "email",
            Channel::Phone => "calls",
        }
    }

    pub fn parse(text: &str) -> Option<Channel> {
        Channel::ALL.into_iter().find(|channel| channel.as_str() == text)
    }
}
