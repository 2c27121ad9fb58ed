//! How many mails go out in a time, by the generic cell rate algorithm: a token bucket of which nothing is kept but one moment, so that
//! all workers can share it in one row.

use chrono::{DateTime, TimeDelta, Utc};

const MICROSECONDS: i64 = 1_000_000;

/// So many in a second, and so many at once after a pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Between two mails.
    interval: TimeDelta,
    burst: u32,
}

/// What came of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// How many of those that were asked for may go out now.
    pub granted: u32,
    /// To be kept, and passed in the next time.
    pub due: DateTime<Utc>,
    /// When one more may go out.
    pub again: DateTime<Utc>,
}

impl Pace {
    /// `None`: nothing goes out at all. Rounded so that it is never faster than asked for.
    pub fn new(count: u32, period: TimeDelta, burst: u32) -> Option<Pace> {
        let period = period.num_microseconds().filter(|period| *period > 0)?;
        if count == 0 || burst == 0 {
            return None;
        }
        let count = i64::from(count);
        let interval = period / count + i64::from(period % count != 0);
        Some(Pace { interval: TimeDelta::microseconds(interval), burst })
    }

    pub fn per_second(count: u32) -> Option<Pace> {
        Pace::new(count, TimeDelta::microseconds(MICROSECONDS), count.max(1))
    }

    /// `due` is what the last asking left, nothing before the first.
    pub fn take(&self, due: Option<DateTime<Utc>>, now: DateTime<Utc>, wanted: u32) -> Taken {
        // What was not used by now is gone, but for the burst.
        let due = due.map_or(now, |due| due.max(now));
        let room = self.times(self.burst) - (due - now);
        let free = room.num_microseconds().unwrap_or_default() / self.micros();
        let granted = u32::try_from(free.max(0)).unwrap_or(u32::MAX).min(wanted);
        let due = due + self.times(granted);
        Taken { granted, due, again: (due - self.times(self.burst - 1)).max(now) }
    }

    /// At least one.
    fn micros(&self) -> i64 {
        self.interval.num_microseconds().unwrap_or(i64::MAX).max(1)
    }

    fn times(&self, count: u32) -> TimeDelta {
        TimeDelta::microseconds(self.micros().saturating_mul(i64::from(count)).min(i64::MAX / 4))
    }
}

/// One that must be asked besides others, with what its last asking left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    pub pace: Pace,
    pub due: Option<DateTime<Utc>>,
}

/// As many as all of them let through: the deployment's, the campaign's, the recipient domain's. None loses what another refuses.
/// `again` is when all would let one more through.
pub fn take_all(limits: &[Limit], now: DateTime<Utc>, wanted: u32) -> (u32, Vec<Taken>) {
    let ask = |limit: &Limit, wanted| limit.pace.take(limit.due, now, wanted);
    let granted = limits.iter().map(|limit| ask(limit, wanted).granted).min().unwrap_or(wanted);
    let mut taken: Vec<Taken> = limits.iter().map(|limit| ask(limit, granted)).collect();
    let again = taken.iter().map(|one| one.again).max();
    for one in &mut taken {
        one.again = again.unwrap_or(now);
    }
    (granted, taken)
}
