//! What is told of one mail, whoever tells it: a provider's webhook, a report that came as a mail, or the pixel and the links.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use super::machine::Method;

/// Written to facts: never change one, only add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The provider took it.
    Accepted,
    Delivered,
    /// It is tried again.
    Deferred,
    /// Nobody is there: nothing may be sent to the address again.
    BouncedHard,
    /// It came back, and nothing was said against the address for good.
    BouncedSoft,
    /// The provider did not even try.
    Dropped,
    Complained,
    Unsubscribed,
    Opened,
    Clicked,
    /// A program followed the link that nobody sees.
    Trapped,
    Replied,
    /// A program answered.
    AutoReplied,
}

impl Kind {
    pub const ALL: [Kind; 13] = [
        Kind::Accepted,
        Kind::Delivered,
        Kind::Deferred,
        Kind::BouncedHard,
        Kind::BouncedSoft,
        Kind::Dropped,
        Kind::Complained,
        Kind::Unsubscribed,
        Kind::Opened,
        Kind::Clicked,
        Kind::Trapped,
        Kind::Replied,
        Kind::AutoReplied,
    ];

    /// As written in facts and tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Accepted => "accepted",
            Kind::Delivered => "delivered",
            Kind::Deferred => "deferred",
            Kind::BouncedHard => "bounced_hard",
            Kind::BouncedSoft => "bounced_soft",
            Kind::Dropped => "dropped",
            Kind::Complained => "complained",
            Kind::Unsubscribed => "unsubscribed",
            Kind::Opened => "opened",
            Kind::Clicked => "clicked",
            Kind::Trapped => "trapped",
            Kind::Replied => "replied",
            Kind::AutoReplied => "auto_replied",
        }
    }

    pub fn parse(text: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Whether it is a request for something of ours, of which it must be judged whether a person made it.
    pub const fn is_hit(self) -> bool {
        matches!(self, Kind::Opened | Kind::Clicked | Kind::Trapped)
    }

    /// Whether it shows that the mail left. A provider that drops a mail never sent it.
    pub const fn shows_it_left(self) -> bool {
        !matches!(self, Kind::Dropped)
    }
}

/// Sixteen bytes of a keyed hash; in hex where it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key16(pub [u8; 16]);

impl Key16 {
    /// The first bytes of a longer hash; what is shorter is filled up with nothing.
    pub fn of(hash: &[u8]) -> Key16 {
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(hash).for_each(|(to, from)| *to = *from);
        Key16(bytes)
    }

    pub fn hex(self) -> String {
        hex::encode(self.0)
    }

    pub fn parse(text: &str) -> Option<Key16> {
        Some(Key16(hex::decode(text).ok()?.try_into().ok()?))
    }
}

impl Serialize for Key16 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.hex())
    }
}

impl<'de> Deserialize<'de> for Key16 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Key16::parse(&text).ok_or_else(|| serde::de::Error::custom("not sixteen bytes in hex"))
    }
}

/// One thing told of one mail. Names are short because there are millions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signal {
    /// The mail.
    pub m: Uuid,
    /// The campaign.
    pub g: Uuid,
    /// The contact.
    pub c: Uuid,
    pub k: Kind,
    pub at: DateTime<Utc>,
    /// Number of the link, of a click.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub l: Option<u16>,
    /// How far an end to mails goes, as a suppression writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub s: Option<String>,
    /// Why, in a code of ours: what a server said names people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub d: Option<String>,
    /// Of a hit: what machines are told by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub f: Option<Features>,
}

/// What is kept of a request: nothing that says who or where anybody is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Features {
    /// Of the user agent, whose text is kept once; none: it said nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<Key16>,
    /// Whose network it came from, where that is known.
    pub net: String,
    /// The neighbourhood it came from, so that several from there are known to be.
    pub net_key: Key16,
    pub method: Method,
    /// Bits of [`marks`].
    pub marks: u8,
    /// Whoever told it takes it for a program's.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub told: bool,
}

/// What browsers send and programs forget.
pub mod marks {
    pub const ACCEPT_LANGUAGE: u8 = 1;
    pub const SEC_FETCH: u8 = 2;
    pub const COOKIES: u8 = 4;
    pub const REFERER: u8 = 8;
    pub const RANGE: u8 = 16;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_keep_their_names() {
        for kind in Kind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
            assert_eq!(Kind::parse(kind.as_str()), Some(kind));
        }
    }

    #[test]
    fn a_key_is_sixteen_bytes_in_hex_and_nothing_else() {
        let key = Key16::of(&[7; 32]);
        assert_eq!(key.hex(), "07".repeat(16));
        assert_eq!(Key16::parse(&key.hex()), Some(key));
        assert_eq!(Key16::of(&[1, 2]).0[..3], [1, 2, 0]);
        for wrong in ["", "07", "zz", &"07".repeat(17)] {
            assert_eq!(Key16::parse(wrong), None, "{wrong}");
        }
    }
}
