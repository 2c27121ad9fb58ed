//! When a task is due: on a day, or at a time. What "today" means depends on who asks, and when.

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use serde::{Deserialize, Serialize};

use super::error::TaskError;
use crate::audience::filter::asking::Asking;

/// Written as `2026-03-02T09:00:00Z`, or as the day alone, which is a day wherever it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Due {
    At(DateTime<Utc>),
    On(NaiveDate),
}

impl Due {
    /// From what the doors take apart: a day or a time, not both.
    pub fn of(on: Option<NaiveDate>, at: Option<DateTime<Utc>>) -> Result<Option<Self>, TaskError> {
        match (on, at) {
            (Some(_), Some(_)) => Err(TaskError::DueTwice),
            (Some(on), None) => Ok(Some(Due::On(on))),
            (None, Some(at)) => Ok(Some(Due::At(at))),
            (None, None) => Ok(None),
        }
    }

    /// A day further away than anybody plans is a slip of the keyboard.
    pub(super) fn check(self) -> Result<(), TaskError> {
        let year = match self {
            Due::At(at) => at.year(),
            Due::On(on) => on.year(),
        };
        if (2000..=2199).contains(&year) { Ok(()) } else { Err(TaskError::DueOutOfRange(year)) }
    }

    /// Where it stands in a list by time: a day counts as its end, in UTC.
    pub fn sort_key(self) -> DateTime<Utc> {
        match self {
            Due::At(at) => at,
            Due::On(on) => {
                let begins = on.and_time(NaiveTime::MIN).and_utc();
                begins.checked_add_signed(Duration::days(1)).unwrap_or(begins)
            }
        }
    }
}

/// What a list of tasks can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueWhen {
    /// Before today, or earlier today.
    Overdue,
    Today,
    /// From Monday to Sunday, today's week.
    ThisWeek,
    /// After today.
    Later,
    NoDate,
}

/// Both ends of what is asked for, for days and for times; the later end is not part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueRange {
    pub on: (NaiveDate, NaiveDate),
    pub at: (DateTime<Utc>, DateTime<Utc>),
}

impl DueWhen {
    /// `None`: what has no date.
    pub fn range(self, asking: &Asking) -> Option<DueRange> {
        let today = asking.today();
        let days = |count: u64| today.checked_add_days(Days::new(count)).unwrap_or(today);
        let between = |from: NaiveDate, to: NaiveDate| DueRange {
            on: (from, to),
            at: (midnight(from, asking), midnight(to, asking)),
        };
        let (first, last) = (NaiveDate::from_yo_opt(1970, 1), NaiveDate::from_yo_opt(2300, 1));
        let (first, last) = (first.unwrap_or(today), last.unwrap_or(today));
        match self {
            DueWhen::Overdue => {
                let range = between(first, today);
                Some(DueRange { at: (range.at.0, asking.now), ..range })
            }
            DueWhen::Today => Some(between(today, days(1))),
            DueWhen::ThisWeek => {
                let monday = today
                    .checked_sub_days(Days::new(u64::from(today.weekday().num_days_from_monday())))
                    .unwrap_or(today);
                Some(between(monday, monday.checked_add_days(Days::new(7)).unwrap_or(monday)))
            }
            DueWhen::Later => Some(between(days(1), last)),
            DueWhen::NoDate => None,
        }
    }
}

/// Where a day begins for who asks. Where clocks are set at midnight it begins with the first moment there is.
fn midnight(day: NaiveDate, asking: &Asking) -> DateTime<Utc> {
    let begins = (0..4).find_map(|hour| {
        let local = day.and_hms_opt(hour, 0, 0)?;
        asking.zone.from_local_datetime(&local).earliest()
    });
    begins.map_or_else(|| day.and_time(NaiveTime::MIN).and_utc(), |local| local.with_timezone(&Utc))
}
