//! What of the log the [catalogue](super::catalogue) reads, worked out from its rows.

use super::catalogue::CATALOGUE;
use super::{events, facts};

const EVENTS: usize = count(false);
const FACTS_READ: usize = count(true);

/// Aggregates whose events are read: those of the rows, the preferences, and users, to know whom an address or a team means.
/// Some stand here several times.
pub const AGGREGATES: [&str; EVENTS + 2] = {
    let mut all = [events::AGGREGATE; EVENTS + 2];
    let (mut row, mut at) = (0, 0);
    while row < CATALOGUE.len() {
        let mut on = 0;
        while on < CATALOGUE[row].on.len() {
            if let Some(aggregate) = CATALOGUE[row].on[on].aggregate {
                all[at] = aggregate;
                at += 1;
            }
            on += 1;
        }
        row += 1;
    }
    all[at] = "user";
    all
};

/// Facts that are read: those of the rows, and what people have read.
pub const FACTS: [&str; FACTS_READ + 2] = {
    let mut all = [facts::NOTIFICATIONS_READ; FACTS_READ + 2];
    let (mut row, mut at) = (0, 0);
    while row < CATALOGUE.len() {
        let mut on = 0;
        while on < CATALOGUE[row].on.len() {
            if CATALOGUE[row].on[on].aggregate.is_none() {
                all[at] = CATALOGUE[row].on[on].name;
                at += 1;
            }
            on += 1;
        }
        row += 1;
    }
    all[at] = facts::NOTIFICATIONS_ALL_READ;
    all
};

/// How many entries the rows name: of facts, or of events.
const fn count(of_facts: bool) -> usize {
    let (mut row, mut counted) = (0, 0);
    while row < CATALOGUE.len() {
        let mut on = 0;
        while on < CATALOGUE[row].on.len() {
            if CATALOGUE[row].on[on].aggregate.is_none() == of_facts {
                counted += 1;
            }
            on += 1;
        }
        row += 1;
    }
    counted
}
