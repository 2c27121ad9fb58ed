//! Hours in which mails are sent, by the clock where the recipient is.

use chrono::{
    DateTime, Datelike, Days, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc,
    Weekday,
};
use chrono_tz::Tz;

/// A window that opens on one day of the week and is skipped on that day for a change of the clocks opens a week later.
const DAYS_LOOKED_AT: u64 = 16;
/// The longest time that was ever skipped at once is a day.
const SKIPPED_MAX: i64 = 24 * 60 + 60;

/// From one time of the day until another, on some days of the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// From Monday on.
    days: [bool; 7],
    from: NaiveTime,
    until: NaiveTime,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WindowError {
    #[error("Choose at least one day of the week on which mails may be sent.")]
    NoDay,
    #[error(
        "The time until which mails are sent must be later in the day than the time from which they are."
    )]
    Empty,
}

impl Window {
    pub fn new(
        days: impl IntoIterator<Item = Weekday>,
        from: NaiveTime,
        until: NaiveTime,
    ) -> Result<Window, WindowError> {
        let mut chosen = [false; 7];
        for day in days {
            chosen[day.num_days_from_monday() as usize] = true;
        }
        if !chosen.contains(&true) {
            return Err(WindowError::NoDay);
        }
        if from >= until {
            return Err(WindowError::Empty);
        }
        Ok(Window { days: chosen, from, until })
    }

    /// The first moment from `at` on at which the window is open. `None` only at the end of time.
    pub fn next(&self, at: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
        self.stretch(at, zone).map(|(opens, _)| opens)
    }

    /// The same, and when it closes after that.
    pub fn stretch(&self, at: DateTime<Utc>, zone: Tz) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        // A day before: where the clock skips a day, that one's window is another's.
        let first = at.with_timezone(&zone).date_naive().checked_sub_days(Days::new(1))?;
        (0..DAYS_LOOKED_AT)
            .filter_map(|days| self.on(first.checked_add_days(Days::new(days))?, zone))
            .find(|(_, closes)| at < *closes)
            .map(|(opens, closes)| (opens.max(at), closes))
    }

    pub fn is_open(&self, at: DateTime<Utc>, zone: Tz) -> bool {
        self.next(at, zone) == Some(at)
    }

    /// When it opens on a day, and when it closes. It does so the first time that the clock shows it, so that hours that come twice
    /// are not sent in twice, and an hour that is skipped opens or closes it at once.
    fn on(&self, day: NaiveDate, zone: Tz) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        if !self.days[day.weekday().num_days_from_monday() as usize] {
            return None;
        }
        let (opens, closes) = (first(day.and_time(self.from), zone)?, first(day.and_time(self.until), zone)?);
        (opens < closes).then_some((opens, closes))
    }
}

/// When somebody's clock first shows a date and time, or has passed it.
pub fn first(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    (0..=SKIPPED_MAX).find_map(|minutes| {
        match zone.from_local_datetime(&local.checked_add_signed(TimeDelta::minutes(minutes))?) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at.to_utc()),
            LocalResult::None => None,
        }
    })
}
