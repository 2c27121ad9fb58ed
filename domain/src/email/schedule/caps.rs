//! How often the same person is written to, over all campaigns.

use chrono::{DateTime, TimeDelta, Utc};

/// At most so many within any time of this length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cap {
    pub most: u32,
    pub within: TimeDelta,
}

/// The first moment from `now` on at which one more mail keeps to all caps. `sent` are the moments of mails to the person, in any order.
/// `None`: never, as a cap lets none through.
pub fn allowed(caps: &[Cap], sent: &[DateTime<Utc>], now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let mut latest_first = sent.to_vec();
    latest_first.sort_unstable_by(|one, other| other.cmp(one));
    caps.iter().try_fold(now, |allowed, cap| {
        let before = usize::try_from(cap.most).unwrap_or(usize::MAX).checked_sub(1)?;
        // With the oldest of the last few out of sight, there is room for one.
        let free = latest_first.get(before).map(|oldest| *oldest + cap.within);
        Some(free.map_or(allowed, |free| allowed.max(free)))
    })
}
