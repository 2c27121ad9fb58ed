//! When mails to an address have come back often enough that nobody tries for a while.

use chrono::{DateTime, TimeDelta, Utc};

use super::reply::Class;
use crate::email::sending::policy::SoftPolicy;

/// Whether it says something of the address: what a server has against us, or against our pace, does not.
pub const fn counts(class: Class) -> bool {
    match class {
        Class::Soft | Class::MailboxFull | Class::Unknown => true,
        Class::Hard | Class::Policy | Class::Throttled => false,
    }
}

/// Whether these moments, in any order, are enough: so many within the time before the last one, the first and the last of them far
/// enough apart. One bad night is none of it.
pub fn is_enough(policy: SoftPolicy, at: &[DateTime<Utc>]) -> bool {
    let Some(last) = at.iter().max() else { return false };
    let from = *last - TimeDelta::days(i64::from(policy.within_days));
    let within: Vec<&DateTime<Utc>> = at.iter().filter(|one| **one >= from).collect();
    let Some(first) = within.iter().min() else { return false };
    within.len() >= usize::from(policy.bounces)
        && *last - **first >= TimeDelta::days(i64::from(policy.over_days))
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    const POLICY: SoftPolicy = SoftPolicy { bounces: 5, within_days: 30, over_days: 7, rest_days: 90 };

    fn days(days: &[i64]) -> Vec<DateTime<Utc>> {
        let start = Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).unwrap();
        days.iter().map(|day| start + TimeDelta::days(*day)).collect()
    }

    #[test]
    fn five_over_a_week_within_a_month_are_enough() {
        assert!(is_enough(POLICY, &days(&[0, 2, 4, 6, 7])));
        assert!(is_enough(POLICY, &days(&[7, 6, 4, 2, 0])), "in any order");
        assert!(!is_enough(POLICY, &days(&[0, 2, 4, 7])), "four");
        assert!(!is_enough(POLICY, &days(&[0, 0, 0, 0, 6])), "one bad week");
        assert!(!is_enough(POLICY, &days(&[0, 31, 33, 35, 38])), "the first is long ago");
        assert!(is_enough(POLICY, &days(&[0, 31, 33, 35, 36, 38])));
        assert!(!is_enough(POLICY, &[]));
    }

    #[test]
    fn what_is_against_us_does_not_count() {
        assert!(counts(Class::Soft) && counts(Class::MailboxFull) && counts(Class::Unknown));
        assert!(!counts(Class::Policy) && !counts(Class::Throttled) && !counts(Class::Hard));
    }
}
