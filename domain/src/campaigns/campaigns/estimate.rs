//! About when a campaign is through: at its pace, within its hours and what its sender allows. Mails that providers defer are not in it,
//! nor what other campaigns of the same sender take.

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};

use super::schedule::Schedule;
use crate::email::senders::ramp::Ramp;

/// How far it is looked ahead.
const DAYS: i64 = 366;

/// What every campaign of a sender is held to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Limits {
    /// How many a day.
    pub ramp: Option<Ramp>,
    /// Of the account that its mails leave by; `None`: as fast as it takes them.
    pub per_second: Option<u32>,
}

/// When the last of so many is through; `None`: not within a year, or its hours never open. `starts`: never in the past.
pub fn ends_about(
    schedule: &Schedule,
    starts: DateTime<Utc>,
    people: u64,
    limits: Limits,
) -> Option<DateTime<Utc>> {
    let window = schedule.windows.as_ref().map(|windows| windows.window()).transpose().ok()?;
    let zone = schedule.zone();
    let pace = [schedule.per_second, limits.per_second].into_iter().flatten().min();
    let (mut at, mut left, until) = (starts, people, starts + TimeDelta::days(DAYS));
    let (mut day, mut sent_that_day) = (starts.date_naive(), 0);
    while at < until {
        // Stretches end at midnight in UTC as well, where the ramp's days begin.
        let midnight = at.date_naive().checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN).and_utc();
        let (opens, closes) = match &window {
            None => (at, midnight),
            Some(window) => window.stretch(at, zone)?,
        };
        if opens >= midnight {
            at = midnight;
            continue;
        }
        let closes = closes.min(midnight);
        if opens.date_naive() != day {
            (day, sent_that_day) = (opens.date_naive(), 0);
        }
        let by_ramp = limits
            .ramp
            .map_or(u64::MAX, |ramp| u64::from(ramp.allowance_on(day)).saturating_sub(sent_that_day));
        let wanted = left.min(by_ramp);
        let took = time_for(wanted, pace);
        if opens + took <= closes {
            left -= wanted;
            if left == 0 {
                return Some(opens + took);
            }
            // The day's allowance is used up.
            at = midnight;
            continue;
        }
        let sent = sent_in(closes - opens, pace).min(wanted);
        left -= sent;
        sent_that_day += sent;
        at = closes;
    }
    None
}

fn time_for(people: u64, per_second: Option<u32>) -> TimeDelta {
    match per_second {
        None | Some(0) => TimeDelta::zero(),
        Some(pace) => {
            let milliseconds = people.saturating_mul(1_000).div_ceil(u64::from(pace));
            // A thousand years are long enough.
            TimeDelta::milliseconds(i64::try_from(milliseconds).unwrap_or(i64::MAX).min(31_536_000_000_000))
        }
    }
}

fn sent_in(time: TimeDelta, per_second: Option<u32>) -> u64 {
    let milliseconds = u64::try_from(time.num_milliseconds()).unwrap_or_default();
    per_second.map_or(u64::MAX, |pace| milliseconds.saturating_mul(u64::from(pace)) / 1_000)
}
