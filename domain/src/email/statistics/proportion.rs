//! Shares of recipients who did something, and how they compare.

use super::normal::{two_sided, within};

/// How many did it, of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub successes: u64,
    pub trials: u64,
}

/// Where the true rate lies, with a confidence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

impl Share {
    /// Never more than all.
    pub fn new(successes: u64, trials: u64) -> Share {
        Share { successes: successes.min(trials), trials }
    }

    /// Nothing of nobody.
    pub fn rate(self) -> f64 {
        match self.trials {
            0 => 0.0,
            trials => self.successes as f64 / trials as f64,
        }
    }

    pub(super) fn count(self) -> f64 {
        self.trials as f64
    }

    pub(super) fn and(self, other: Share) -> Share {
        Share {
            successes: self.successes.saturating_add(other.successes),
            trials: self.trials.saturating_add(other.trials),
        }
    }
}

/// Of a rate, with two digits behind the point: more would say more than is known.
pub fn percent(rate: f64) -> f64 {
    (rate * 10_000.0).round() / 100.0
}

/// Wilson's score interval, which holds for few recipients and for rates near 0 and 1, too. Of nobody, anything is possible.
pub fn wilson(share: Share, confidence: f64) -> Interval {
    if share.trials == 0 {
        return Interval { low: 0.0, high: 1.0 };
    }
    let (n, rate, z) = (share.count(), share.rate(), within(confidence));
    let square = z * z;
    let scale = 1.0 + square / n;
    let middle = (rate + square / (2.0 * n)) / scale;
    let half = z / scale * (rate * (1.0 - rate) / n + square / (4.0 * n * n)).sqrt();
    Interval { low: (middle - half).max(0.0), high: (middle + half).min(1.0) }
}

/// Of the two-proportion z-test, pooled and two-sided: how likely a difference as large as this one is, were both alike.
pub fn p_value(one: Share, other: Share) -> f64 {
    if one.trials == 0 || other.trials == 0 {
        return 1.0;
    }
    let pooled = one.and(other).rate();
    let variance = pooled * (1.0 - pooled) * (1.0 / one.count() + 1.0 / other.count());
    match variance > 0.0 {
        true => two_sided((one.rate() - other.rate()) / variance.sqrt()),
        // All did it, or nobody did.
        false => 1.0,
    }
}

/// Holm's step-down correction, in the order given.
pub fn holm(raw: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..raw.len()).collect();
    order.sort_by(|one, other| raw[*one].total_cmp(&raw[*other]));
    let mut corrected = vec![1.0; raw.len()];
    let mut least: f64 = 0.0;
    for (rank, at) in order.into_iter().enumerate() {
        least = least.max(raw[at] * (raw.len() - rank) as f64).min(1.0);
        corrected[at] = least;
    }
    corrected
}

/// Recipients that each of two variants needs so that a difference between these rates is found: four times in five, and found where
/// there is none at most as often as `alpha` says. `None`: they do not differ, or are no rates.
pub fn needed(rate: f64, better: f64, alpha: f64) -> Option<u64> {
    let is_rate = |rate: f64| rate > 0.0 && rate < 1.0;
    if !is_rate(rate) || !is_rate(better) || (rate - better).abs() < 1e-6 {
        return None;
    }
    let mean = f64::midpoint(rate, better);
    // One side of 0.8 lies within both sides of 0.6.
    let (found, power) = (within(1.0 - alpha), within(0.6));
    let apart = found * (2.0 * mean * (1.0 - mean)).sqrt()
        + power * (rate * (1.0 - rate) + better * (1.0 - better)).sqrt();
    Some((apart / (rate - better)).powi(2).ceil() as u64)
}
