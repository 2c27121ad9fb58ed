//! When campaigns must not go on: numbers in, whether to pause out. Who has too few mails behind them is not judged yet.

use super::policy::Policy;

/// Deliveries of a domain before its complaints say anything.
pub const LEAST_DELIVERED: u64 = 1_000;
/// Days that complaints are counted over.
pub const COMPLAINT_DAYS: i64 = 7;
/// Mails of a campaign that are looked back at, and how many there must be.
pub const LAST: u64 = 500;
pub const LEAST_HANDED_OVER: u64 = 200;
/// Answers in a row that say that an account takes nothing, before its campaigns are paused.
pub const FAULTS: u64 = 20;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Health {
    Fine,
    /// Nobody is stopped; somebody should look.
    Warn(Found),
    Pause(Found),
}

/// What was found, in numbers for the event and for people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    pub code: Code,
    pub count: u64,
    pub of: u64,
    pub percent: f64,
    pub limit: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    Complaints,
    HardBounces,
    Bounces,
}

impl Code {
    pub const fn as_str(self) -> &'static str {
        match self {
            Code::Complaints => "complaints",
            Code::HardBounces => "hard_bounces",
            Code::Bounces => "bounces",
        }
    }
}

/// Of everything that left from a domain within [`COMPLAINT_DAYS`].
pub fn of_domain(policy: &Policy, delivered: u64, complaints: u64) -> Health {
    if delivered < LEAST_DELIVERED {
        return Health::Fine;
    }
    let found = |limit: f64| Found {
        code: Code::Complaints,
        count: complaints,
        of: delivered,
        percent: percent(complaints, delivered),
        limit,
    };
    match percent(complaints, delivered) {
        share if share >= policy.pause_complaints => Health::Pause(found(policy.pause_complaints)),
        share if share >= policy.warn_complaints => Health::Warn(found(policy.warn_complaints)),
        _ => Health::Fine,
    }
}

/// Of the last mails that a campaign handed over.
pub fn of_campaign(policy: &Policy, handed_over: u64, hard: u64, soft: u64) -> Health {
    if handed_over < LEAST_HANDED_OVER {
        return Health::Fine;
    }
    let all = hard.saturating_add(soft);
    for (code, count, limit) in
        [(Code::HardBounces, hard, policy.pause_hard), (Code::Bounces, all, policy.pause_bounces)]
    {
        let percent = percent(count, handed_over);
        if percent >= limit {
            return Health::Pause(Found { code, count, of: handed_over, percent, limit });
        }
    }
    Health::Fine
}

fn percent(count: u64, of: u64) -> f64 {
    match of {
        0 => 0.0,
        of => count as f64 * 100.0 / of as f64,
    }
}
