//! The rows against what the log says.

use super::{PART, Tables};
use crate::verify::Report;

pub(super) fn compare(said: Tables, mut held: Tables, report: &mut Report) {
    report.checked(PART, said.inboxes.len() as i64);
    for (user, inbox) in &said.inboxes {
        let record = || format!("notification_inboxes {user}");
        match held.inboxes.remove(user) {
            None => report.differs(PART, record(), "the row is missing"),
            Some(row) if row != *inbox => report.differs(PART, record(), "the row differs"),
            Some(_) => {}
        }
    }
    strays("notification_inboxes", held.inboxes.into_keys(), report);
    for (user, lines) in said.lines {
        report.checked(PART, lines.len() as i64);
        let mut rows = held.lines.remove(&user).unwrap_or_default();
        for (id, line) in lines {
            let record = || format!("notifications {user} {id}");
            match rows.remove(&id) {
                None => report.differs(PART, record(), "the row is missing"),
                Some(row) if row.read_at != line.read_at => {
                    report.differs(PART, record(), "read_at differs");
                }
                Some(row) if row != line => report.differs(PART, record(), "the row differs"),
                Some(_) => {}
            }
        }
        strays("notifications", rows.into_keys().map(|id| format!("{user} {id}")), report);
    }
    let others = held
        .lines
        .into_iter()
        .flat_map(|(user, rows)| rows.into_keys().map(move |id| format!("{user} {id}")).collect::<Vec<_>>());
    strays("notifications", others, report);
    for (tally, sum) in said.tallies {
        let record = || format!("notification_tallies {}", tally.0);
        match held.tallies.remove(&tally) {
            None => report.differs(PART, record(), "the row is missing"),
            Some(row) if row != sum => report.differs(PART, record(), "the row differs"),
            Some(_) => {}
        }
    }
    strays("notification_tallies", held.tallies.into_keys().map(|(work, ..)| work), report);
}

fn strays(table: &str, records: impl Iterator<Item = impl std::fmt::Display>, report: &mut Report) {
    for record in records {
        report.differs(PART, format!("{table} {record}"), "the row belongs to no event");
    }
}
