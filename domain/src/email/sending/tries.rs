//! When a mail that was put off is tried again, and when it has been tried often enough.

use chrono::{DateTime, TimeDelta, Utc};

/// How long after each try, in minutes; after the last of these, always that long.
const MINUTES: [i64; 6] = [1, 5, 15, 60, 4 * 60, 12 * 60];
pub const MOST: u16 = 8;
/// Since the first try.
const LONGEST: TimeDelta = TimeDelta::hours(72);

/// After how many minutes the next try comes, unless somebody asks for more.
fn pause(tries: u16) -> TimeDelta {
    let at = usize::from(tries.max(1) - 1).min(MINUTES.len() - 1);
    TimeDelta::minutes(MINUTES[at])
}

/// When it is tried again after its `tries`-th try, no sooner than after `asked`. `jitter`: 0 to 1, so that not everybody comes back at
/// once. `None`: it was tried often enough.
pub fn again(
    tries: u16,
    first: DateTime<Utc>,
    now: DateTime<Utc>,
    asked: TimeDelta,
    jitter: f64,
) -> Option<DateTime<Utc>> {
    if tries >= MOST {
        return None;
    }
    let pause = pause(tries).max(asked);
    let fifth = pause.num_milliseconds() as f64 / 5.0 * jitter.clamp(0.0, 1.0);
    let at = now + pause + TimeDelta::milliseconds(fifth as i64);
    (at - first <= LONGEST).then_some(at)
}
