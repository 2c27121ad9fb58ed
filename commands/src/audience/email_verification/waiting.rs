//! Contacts whose mail server is to be asked later, by domain: what can be looked at meanwhile goes first.

use std::collections::{HashMap, VecDeque};

use chrono::{DateTime, Utc};
use uuid::Uuid;

#[derive(Debug, Default)]
pub struct Waiting(HashMap<String, Line>);

#[derive(Debug)]
struct Line {
    until: DateTime<Utc>,
    ids: VecDeque<Uuid>,
}

impl Waiting {
    /// To the end of the line of a domain, which waits until then as a whole.
    pub fn put(&mut self, domain: &str, until: DateTime<Utc>, id: Uuid) {
        let line = self.0.entry(domain.to_owned()).or_insert_with(|| Line { until, ids: VecDeque::new() });
        line.until = line.until.max(until);
        line.ids.push_back(id);
    }

    /// Until when a domain waits, if it waits at all.
    pub fn until(&self, domain: &str) -> Option<DateTime<Utc>> {
        self.0.get(domain).map(|line| line.until)
    }

    /// Takes those whose turn has come: at most so many of each domain.
    pub fn due(&mut self, now: DateTime<Utc>, most: usize) -> Vec<Uuid> {
        let mut due = Vec::new();
        for line in self.0.values_mut().filter(|line| line.until <= now) {
            due.extend(line.ids.drain(..line.ids.len().min(most)));
        }
        self.0.retain(|_, line| !line.ids.is_empty());
        due
    }

    /// When the next turn comes; none when nobody waits.
    pub fn next(&self) -> Option<DateTime<Utc>> {
        self.0.values().map(|line| line.until).min()
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn a_domain_waits_as_a_whole_and_others_do_not_wait_for_it() {
        let now = DateTime::<Utc>::UNIX_EPOCH;
        let soon = now + TimeDelta::seconds(20);
        let mut waiting = Waiting::default();
        for id in 1..=5 {
            waiting.put("slow.test", soon, Uuid::from_u128(id));
        }
        waiting.put("quick.test", now, Uuid::from_u128(9));
        assert_eq!(waiting.next(), Some(now));
        assert_eq!(waiting.due(now, 3), [Uuid::from_u128(9)]);
        assert_eq!((waiting.until("quick.test"), waiting.until("slow.test")), (None, Some(soon)));
        assert_eq!(waiting.due(soon, 3), [1, 2, 3].map(Uuid::from_u128));
        assert_eq!(waiting.due(soon, 3), [4, 5].map(Uuid::from_u128));
        assert_eq!(waiting.next(), None);
    }
}
