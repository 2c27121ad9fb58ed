//! Warming up: a domain from which nothing came yesterday may not send a hundred thousand mails today. How many a day allows.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::error::SenderError;

/// Most a day, of a ramp and of its start.
pub const MOST_PER_DAY: u32 = 10_000_000;
/// Fastest growth, in percent a day: tenfold.
pub const MOST_GROWTH: u32 = 900;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ramp {
    /// Its first day, in UTC.
    pub first_day: NaiveDate,
    pub start_per_day: u32,
    /// By how many percent each day allows more than the one before; 0: always the start.
    pub growth_percent: u32,
    /// Never more than this.
    pub limit_per_day: u32,
}

impl Ramp {
    pub(super) fn checked(self) -> Result<Ramp, SenderError> {
        if !(1..=MOST_PER_DAY).contains(&self.start_per_day) {
            return Err(SenderError::RampStartInvalid);
        }
        if self.growth_percent > MOST_GROWTH {
            return Err(SenderError::RampGrowthInvalid);
        }
        if !(self.start_per_day..=MOST_PER_DAY).contains(&self.limit_per_day) {
            return Err(SenderError::RampLimitInvalid);
        }
        Ok(self)
    }

    /// How many mails the `day`-th day allows; the first one is 0. Each day's number is rounded up, so that small starts grow, too.
    pub fn allowance(&self, day: u32) -> u32 {
        let limit = u64::from(self.limit_per_day);
        let mut allowed = u64::from(self.start_per_day).min(limit);
        for _ in 0..day {
            let next = (allowed * (100 + u64::from(self.growth_percent))).div_ceil(100);
            if next == allowed || allowed >= limit {
                break;
            }
            allowed = next.min(limit);
        }
        u32::try_from(allowed).unwrap_or(u32::MAX)
    }

    /// How many mails a date allows; before the first day none.
    pub fn allowance_on(&self, date: NaiveDate) -> u32 {
        let days = date.signed_duration_since(self.first_day).num_days();
        u32::try_from(days).map_or(if days < 0 { 0 } else { self.limit_per_day }, |day| self.allowance(day))
    }
}
