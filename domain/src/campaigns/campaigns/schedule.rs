//! When a campaign starts, in which hours it goes out, and how fast. Moments are passed in.

use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::error::CampaignError;
use crate::email::schedule::window::{Window, first};

pub const PER_SECOND_MAX: u32 = 10_000;
const MINUTES_OF_A_DAY: u16 = 24 * 60;
/// How far the clock of the first zone on earth is ahead.
const FIRST_ZONE: TimeDelta = TimeDelta::hours(14);
const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    pub start: Start,
    /// The campaign's own, by its IANA name.
    pub zone: String,
    /// Start and hours are by the clock where each recipient is.
    pub in_recipients_zone: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub windows: Option<Windows>,
    /// Whoever has not had it by then is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<DateTime<Utc>>,
    /// `None`: as fast as sender and deployment allow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_second: Option<u32>,
    /// Whether how often somebody may be written to counts.
    pub respects_cap: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Start {
    AtOnce,
    /// As the clock shows it: in the campaign's zone, or in each recipient's.
    At(NaiveDateTime),
}

/// Hours of some days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Windows {
    /// From Monday on.
    pub days: [bool; 7],
    pub from_minute: u16,
    /// Exclusive; 1440 is the end of the day.
    pub to_minute: u16,
}

impl Windows {
    pub fn window(&self) -> Result<Window, CampaignError> {
        let clock = |minute: u16| match minute {
            // The clock has no 24:00; what is left of the day is too short for a mail.
            MINUTES_OF_A_DAY => NaiveTime::from_hms_milli_opt(23, 59, 59, 999),
            minute => NaiveTime::from_hms_opt(u32::from(minute / 60), u32::from(minute % 60), 0),
        };
        let days = WEEK.into_iter().zip(self.days).filter_map(|(day, chosen)| chosen.then_some(day));
        match (clock(self.from_minute), clock(self.to_minute)) {
            (Some(from), Some(to)) => Window::new(days, from, to).map_err(CampaignError::Window),
            _ => Err(CampaignError::WindowTimeInvalid),
        }
    }
}

impl Schedule {
    /// What a draft begins with.
    pub fn at_once(zone: &str) -> Schedule {
        Schedule {
            start: Start::AtOnce,
            zone: zone.to_owned(),
            in_recipients_zone: false,
            windows: None,
            ends: None,
            per_second: None,
            respects_cap: true,
        }
    }

    pub(crate) fn check(&self) -> Result<(), CampaignError> {
        self.zone
            .parse::<Tz>()
            .map_err(|_| CampaignError::ZoneUnknown(self.zone.chars().take(80).collect()))?;
        check_pace(self.per_second)?;
        self.windows.as_ref().map(Windows::window).transpose()?;
        Ok(())
    }

    /// The campaign's own; UTC, should a name have gone out of use.
    pub fn zone(&self) -> Tz {
        self.zone.parse().unwrap_or(Tz::UTC)
    }

    /// When it starts: of the recipients' zones, when the first zone on earth has that time. `None`: at once.
    pub fn starts_at(&self) -> Option<DateTime<Utc>> {
        match (self.start, self.in_recipients_zone) {
            (Start::AtOnce, _) => None,
            (Start::At(local), true) => local.checked_sub_signed(FIRST_ZONE).map(|at| at.and_utc()),
            (Start::At(local), false) => first(local, self.zone()),
        }
    }

    /// When somebody may have it: not before their start, nor before `now`, and within the hours. `recipient`: their zone, as far as it
    /// is known. `None`: never.
    pub fn due_at(&self, recipient: Option<Tz>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let own = self.zone();
        let zone = if self.in_recipients_zone { recipient.unwrap_or(own) } else { own };
        let start = match self.start {
            Start::AtOnce => now,
            Start::At(local) => first(local, zone)?.max(now),
        };
        let due = match &self.windows {
            None => start,
            Some(windows) => windows.window().ok()?.next(start, zone)?,
        };
        self.ends.is_none_or(|ends| due < ends).then_some(due)
    }
}

pub(super) fn check_pace(per_second: Option<u32>) -> Result<(), CampaignError> {
    match per_second {
        Some(pace) if !(1..=PER_SECOND_MAX).contains(&pace) => Err(CampaignError::PaceInvalid),
        Some(_) | None => Ok(()),
    }
}
