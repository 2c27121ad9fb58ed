//! How long a failed job waits before its next try.

use chrono::Duration;

/// Doubles from `base` to `cap`, with jitter: jobs that failed together do not come back together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backoff {
    pub base: Duration,
    pub cap: Duration,
}

impl Default for Backoff {
    fn default() -> Self {
        Backoff { base: Duration::seconds(5), cap: Duration::minutes(15) }
    }
}

/// Between two looks at what a job waits for. It does not grow: whatever it is may end at any moment.
const LOOK_AGAIN: Duration = Duration::seconds(15);

impl Backoff {
    /// Wait of a job that nothing failed in. Never longer than after a failure.
    pub fn look_again(&self, roll: f64) -> Duration {
        Backoff { base: LOOK_AGAIN, cap: LOOK_AGAIN.min(self.cap) }.delay(1, roll)
    }

    /// Wait after the `attempt`-th try (from 1). `roll` in 0..1 picks a point in the upper half of the full wait.
    pub fn delay(&self, attempt: i32, roll: f64) -> Duration {
        let doublings = attempt.saturating_sub(1).clamp(0, 30) as u32;
        let full = (self.base.num_milliseconds() as f64 * f64::from(1u32 << doublings))
            .min(self.cap.num_milliseconds() as f64);
        Duration::milliseconds((full * (0.5 + roll.clamp(0.0, 1.0) / 2.0)) as i64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_cap() {
        let backoff = Backoff { base: Duration::seconds(10), cap: Duration::seconds(60) };
        let full: Vec<i64> = (1..=5).map(|attempt| backoff.delay(attempt, 1.0).num_seconds()).collect();
        assert_eq!(full, [10, 20, 40, 60, 60]);
        assert_eq!(backoff.delay(i32::MAX, 1.0).num_seconds(), 60);
    }

    #[test]
    fn a_job_that_waits_looks_again_soon() {
        assert_eq!(Backoff::default().look_again(1.0), Duration::seconds(15));
        let quick = Backoff { base: Duration::seconds(1), cap: Duration::seconds(2) };
        assert_eq!(quick.look_again(1.0), Duration::seconds(2));
    }

    #[test]
    fn jitter_takes_off_up_to_half() {
        let backoff = Backoff { base: Duration::seconds(10), cap: Duration::seconds(60) };
        assert_eq!(backoff.delay(1, 0.0), Duration::seconds(5));
        assert_eq!(backoff.delay(1, 0.5), Duration::milliseconds(7500));
    }
}
