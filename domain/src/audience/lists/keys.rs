//! Under which keys a list stands in the guard tables.

use super::List;

/// Unique among the lists of one owner with one kind of record, whatever its case. An archived list frees its name.
pub const NAME: &str = "list.name";

pub fn claims(list: &List) -> Vec<(&'static str, String)> {
    let made = list.made.iter().filter(|_| !list.archived);
    made.map(|made| {
        (NAME, format!("{} {} {}", made.owner, made.entity.as_str(), made.details.name.to_lowercase()))
    })
    .collect()
}
