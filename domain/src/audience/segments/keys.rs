//! Under which keys a segment stands in the guard tables.

use super::Segment;

/// Unique among the segments of one owner on one kind of record, whatever its case. An archived segment frees its name.
pub const NAME: &str = "segment.name";

pub fn claims(segment: &Segment) -> Vec<(&'static str, String)> {
    let kept = segment.kept.iter().filter(|_| !segment.archived);
    kept.map(|kept| {
        (NAME, format!("{} {} {}", kept.owner, kept.entity.as_str(), kept.details.name.to_lowercase()))
    })
    .collect()
}
