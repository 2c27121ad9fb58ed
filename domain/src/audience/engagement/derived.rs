//! Fields of a contact that are worked out from what happened to it: when something was last, and how often it was lately.
//!
//! What a program opened or clicked in the contact's place is none of it.

use chrono::{DateTime, TimeDelta, Utc};

use super::facts::Touch;
use super::kind::Kind;
use crate::audience::fields::catalogue::Entity;

/// When something of a kind was last, by the key of the field.
pub static LATEST: [(&str, Kind); 5] = [
    ("last_emailed_at", Kind::Sent),
    ("last_opened_at", Kind::Opened),
    ("last_clicked_at", Kind::Clicked),
    ("last_replied_at", Kind::Replied),
    ("last_called_at", Kind::Called),
];

/// When anything was last.
pub const LATEST_OF_ALL: &str = "last_activity_at";

/// How often something happened in the days before a moment. It changes with the clock alone, so nothing keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Of the field.
    pub key: &'static str,
    pub kind: Kind,
    /// Of 24 hours each.
    pub days: u16,
}

pub static COUNTED: [Counted; 2] = [
    Counted { key: "emails_sent_30d", kind: Kind::Sent, days: 30 },
    Counted { key: "calls_30d", kind: Kind::Called, days: 30 },
];

impl Counted {
    pub fn of(entity: Entity, key: &str) -> Option<&'static Counted> {
        COUNTED.iter().find(|counted| entity == Entity::Contact && counted.key == key)
    }

    /// What happened later than this counts.
    pub fn since(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        now - TimeDelta::days(self.days.into())
    }

    /// Of all that happened.
    pub fn count(&self, touches: &[Touch], now: DateTime<Utc>) -> i64 {
        let since = self.since(now);
        let counts = |touch: &&Touch| touch.kind == self.kind && !touch.machine && touch.at > since;
        i64::try_from(touches.iter().filter(counts).count()).unwrap_or(i64::MAX)
    }
}

/// Whether whatever happens to a contact can change the field.
pub fn is_derived(entity: Entity, key: &str) -> bool {
    let latest = || key == LATEST_OF_ALL || LATEST.iter().any(|(of, _)| *of == key);
    entity == Entity::Contact && (latest() || Counted::of(entity, key).is_some())
}
