//! Who asks, and when: what the words "today" and "me" in a filter stand for.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::audience::values::time_zone;

/// The viewer and the moment of the question. A saved filter keeps the words; every viewer and day gives them anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    pub now: DateTime<Utc>,
    /// In which a day begins at midnight.
    pub zone: Tz,
    /// What a record's owner may hold when it means the viewer: the user's id, the email.
    pub me: Vec<String>,
}

/// No such time zone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a time zone. Send an IANA name, as Europe/Berlin.")]
pub struct UnknownZone(pub String);

impl Asking {
    /// For what nobody in particular asks for, in UTC.
    pub fn at(now: DateTime<Utc>) -> Self {
        Asking { now, zone: Tz::UTC, me: Vec::new() }
    }

    /// In the viewer's zone, by its IANA name or any other name it is known by.
    pub fn in_zone(mut self, name: &str) -> Result<Self, UnknownZone> {
        let known = name.parse().ok().or_else(|| time_zone::parse(name)?.parse().ok());
        self.zone = known.ok_or_else(|| UnknownZone(name.chars().take(60).collect()))?;
        Ok(self)
    }

    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&self.zone).date_naive()
    }
}
