//! How much a new sender domain may send a day. Mailbox providers learn by and by who a sender is; one that begins with a flood is taken
//! for a spammer, and so is one that goes on while people complain.

/// From a first day on, more each day that went well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ramp {
    pub first_day: u32,
    /// Of a day to the day before: 130 is a third more.
    pub percent: u32,
    /// From which the domain is warm.
    pub ceiling: u32,
}

impl Default for Ramp {
    fn default() -> Self {
        Ramp { first_day: 50, percent: 150, ceiling: 100_000 }
    }
}

/// What became of a day on which something was sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Day {
    pub sent: u32,
    pub hard_bounces: u32,
    pub complaints: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Health {
    Good,
    /// It does not get more, nor less.
    Warning,
    /// It goes back.
    Bad,
}

/// Complaints and hard bounces of 10,000 mails, from which on it is a warning, and from which on it is bad.
const COMPLAINTS: (u64, u64) = (10, 30);
const BOUNCES: (u64, u64) = (200, 500);
/// Days that a bad one takes back.
const BACK: u32 = 2;
/// Single ones on a day of few mails say nothing.
const LEAST: u32 = 2;

impl Day {
    pub fn health(self) -> Health {
        let at_least = |count: u32, share: u64| {
            count >= LEAST && u64::from(count) * 10_000 >= share * u64::from(self.sent)
        };
        let either = |complaints, bounces| {
            at_least(self.complaints, complaints) || at_least(self.hard_bounces, bounces)
        };
        if either(COMPLAINTS.1, BOUNCES.1) {
            Health::Bad
        } else if either(COMPLAINTS.0, BOUNCES.0) {
            Health::Warning
        } else {
            Health::Good
        }
    }
}

impl Ramp {
    /// Of a step, counted from zero. Never more than the ceiling, and never less than the step before.
    pub fn limit(&self, step: u32) -> u32 {
        let mut limit = u64::from(self.first_day.min(self.ceiling));
        for _ in 0..step {
            if limit >= u64::from(self.ceiling) {
                break;
            }
            // At least one more, or a small beginning would never grow.
            limit = (limit * u64::from(self.percent.max(100)) / 100).max(limit + 1);
        }
        u32::try_from(limit).unwrap_or(u32::MAX).min(self.ceiling)
    }

    /// What may be sent on the day after these, which come in their order. A day counts when at least half of what it might have sent
    /// went out: nobody gets to know a sender that sends nothing.
    pub fn today(&self, days: &[Day]) -> u32 {
        let step = days.iter().fold(0_u32, |step, day| match day.health() {
            Health::Bad => step.saturating_sub(BACK),
            Health::Warning => step,
            Health::Good if u64::from(day.sent) * 2 >= u64::from(self.limit(step)) => step.saturating_add(1),
            Health::Good => step,
        });
        self.limit(step)
    }
}
