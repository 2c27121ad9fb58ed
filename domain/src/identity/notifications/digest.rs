//! What somebody gets by mail of what they are told: at once, or summed up in a digest at an hour of theirs.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::catalogue;
use super::error::NotificationError;
use crate::audience::values::time_zone;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    Off,
    Daily,
    /// On Mondays.
    Weekly,
}

impl Every {
    pub fn as_str(self) -> &'static str {
        match self {
            Every::Off => "off",
            Every::Daily => "daily",
            Every::Weekly => "weekly",
        }
    }

    /// What a digest looks back on when it is the first.
    pub fn length(self) -> TimeDelta {
        match self {
            Every::Off | Every::Daily => TimeDelta::days(1),
            Every::Weekly => TimeDelta::days(7),
        }
    }
}

/// When somebody's digest is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DigestSchedule {
    pub every: Every,
    /// From 0 to 23, as the clock shows it there.
    pub hour: u8,
    /// IANA name.
    pub time_zone: String,
}

impl Default for DigestSchedule {
    fn default() -> Self {
        DigestSchedule { every: Every::Off, hour: 8, time_zone: "UTC".to_owned() }
    }
}

/// One digest: nobody gets two of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// As the calendar shows it there.
    pub day: NaiveDate,
    /// When it is due.
    pub at: DateTime<Utc>,
}

impl DigestSchedule {
    /// With the zone under its own name.
    fn checked(self) -> Result<Self, NotificationError> {
        if self.hour > 23 {
            return Err(NotificationError::DigestHour(self.hour));
        }
        let known = time_zone::parse(&self.time_zone);
        let known =
            known.ok_or_else(|| NotificationError::TimeZone(self.time_zone.chars().take(60).collect()))?;
        Ok(DigestSchedule { time_zone: known.to_owned(), ..self })
    }

    /// UTC for a zone that is known no more.
    pub fn zone(&self) -> Tz {
        self.time_zone.parse().unwrap_or(Tz::UTC)
    }

    /// The newest that is due at this moment; `None` for who wants none.
    pub fn latest(&self, now: DateTime<Utc>) -> Option<Period> {
        let today = now.with_timezone(&self.zone()).date_naive();
        // A day back and forth: a clock that is set forward may move the hour past midnight.
        self.around(today).filter(|period| period.at <= now).max_by_key(|period| period.at)
    }

    /// The next one after this moment.
    pub fn next(&self, now: DateTime<Utc>) -> Option<Period> {
        let today = now.with_timezone(&self.zone()).date_naive();
        self.around(today).filter(|period| period.at > now).min_by_key(|period| period.at)
    }

    /// Of the days near this one.
    fn around(&self, today: NaiveDate) -> impl Iterator<Item = Period> {
        let (every, hour, zone) = (self.every, self.hour, self.zone());
        let days = (0..=16).filter_map(move |after| {
            today.checked_sub_days(Days::new(8))?.checked_add_days(Days::new(after))
        });
        days.filter(move |day| match every {
            Every::Off => false,
            Every::Daily => true,
            Every::Weekly => day.weekday() == chrono::Weekday::Mon,
        })
        .map(move |day| Period { day, at: moment(day, hour, zone) })
    }
}

/// When the clock shows this hour. Where it shows it twice, the first time; where it leaves it out, the first moment after.
pub(super) fn moment(day: NaiveDate, hour: u8, zone: Tz) -> DateTime<Utc> {
    let local = day.and_hms_opt(u32::from(hour), 0, 0).unwrap_or_default();
    let shown = (0..=12).find_map(|quarter| {
        let later = local.checked_add_signed(TimeDelta::minutes(15 * quarter))?;
        zone.from_local_datetime(&later).earliest()
    });
    shown.map_or_else(|| local.and_utc(), |shown| shown.with_timezone(&Utc))
}

/// What somebody chose about mail. Kinds are keys of the catalogue, in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailPreferences {
    /// Told by a mail of its own, and left out of the digest.
    pub at_once: Vec<String>,
    /// Left out of the digest. Everything else is in it.
    pub digest_off: Vec<String>,
    pub digest: DigestSchedule,
}

impl MailPreferences {
    /// As it is kept.
    pub fn checked(self) -> Result<Self, NotificationError> {
        Ok(MailPreferences {
            at_once: kinds("atOnce", &self.at_once)?,
            digest_off: kinds("digestOff", &self.digest_off)?,
            digest: self.digest.checked()?,
        })
    }

    pub fn is_at_once(&self, kind: &str) -> bool {
        self.at_once.iter().any(|other| other == kind)
    }

    /// Whether it stands in the digest, when there is one.
    pub fn is_in_digest(&self, kind: &str) -> bool {
        !self.is_at_once(kind) && !self.digest_off.iter().any(|off| off == kind)
    }

    /// Whether any mail tells of it.
    pub fn wants(&self, kind: &str) -> bool {
        self.is_at_once(kind) || (self.digest.every != Every::Off && self.is_in_digest(kind))
    }
}

/// Once each, in the order of the catalogue.
fn kinds(field: &'static str, named: &[String]) -> Result<Vec<String>, NotificationError> {
    if let Some(unknown) = named.iter().find(|kind| catalogue::row(kind).is_none()) {
        return Err(NotificationError::UnknownMailKind { field, kind: unknown.chars().take(80).collect() });
    }
    let all = catalogue::CATALOGUE.iter().map(|row| row.kind);
    Ok(all.filter(|kind| named.iter().any(|one| one == kind)).map(str::to_owned).collect())
}

/// What a link in a mail puts an end to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mails {
    Digest,
    AtOnce,
}
