//! What can happen between us and a contact.

use serde::{Deserialize, Serialize};

use crate::suppression::consents::channel::Channel;

/// Its name stands in facts, filters and the API: never change one, only add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Sent,
    Delivered,
    Opened,
    Clicked,
    Replied,
    Bounced,
    Complained,
    Unsubscribed,
    Called,
}

/// How a sentence says it of a contact: that it happened, and that it did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    pub did: &'static str,
    pub did_not: &'static str,
}

impl Kind {
    /// In the order forms show them.
    pub const ALL: &'static [Kind] = &[
        Kind::Sent,
        Kind::Delivered,
        Kind::Opened,
        Kind::Clicked,
        Kind::Replied,
        Kind::Bounced,
        Kind::Complained,
        Kind::Unsubscribed,
        Kind::Called,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Sent => "sent",
            Kind::Delivered => "delivered",
            Kind::Opened => "opened",
            Kind::Clicked => "clicked",
            Kind::Replied => "replied",
            Kind::Bounced => "bounced",
            Kind::Complained => "complained",
            Kind::Unsubscribed => "unsubscribed",
            Kind::Called => "called",
        }
    }

    pub fn parse(text: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.as_str() == text)
    }

    /// All names, for whoever named another one.
    pub fn names() -> String {
        Kind::ALL.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(", ")
    }

    pub const fn channel(self) -> Channel {
        match self {
            Kind::Called => Channel::Phone,
            Kind::Sent
            | Kind::Delivered
            | Kind::Opened
            | Kind::Clicked
            | Kind::Replied
            | Kind::Bounced
            | Kind::Complained
            | Kind::Unsubscribed => Channel::Email,
        }
    }

    /// Whether a program may have done it in the contact's place, as a mail scanner that follows every link.
    pub const fn can_be_a_machine(self) -> bool {
        matches!(self, Kind::Opened | Kind::Clicked)
    }

    pub const fn words(self) -> Words {
        let (did, did_not) = match self {
            Kind::Sent => ("was emailed", "was not emailed"),
            Kind::Delivered => ("was delivered an email", "was not delivered an email"),
            Kind::Opened => ("opened an email", "did not open an email"),
            Kind::Clicked => ("clicked in an email", "did not click in an email"),
            Kind::Replied => ("replied", "did not reply"),
            Kind::Bounced => ("had an email bounce", "had no email bounce"),
            Kind::Complained => ("reported an email as spam", "did not report an email as spam"),
            Kind::Unsubscribed => ("unsubscribed", "did not unsubscribe"),
            Kind::Called => ("was called", "was not called"),
        };
        Words { did, did_not }
    }
}
