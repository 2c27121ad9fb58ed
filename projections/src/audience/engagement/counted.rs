//! How often something happened to the contact `c` in the last days, as SQL. It depends on the moment, so no row holds it.

use pivotal_domain::audience::engagement::derived::{COUNTED, Counted};

/// What counts of all that happened, `e`, but for when it was. Words of ours, and spelled out, so that the planner knows how rare
/// they are.
pub(crate) fn counts(counted: &Counted) -> String {
    let machines = if counted.kind.can_be_a_machine() { " and not e.machine" } else { "" };
    format!("e.kind = '{}'{machines}", counted.kind.as_str())
}

/// The number at this moment; none is 0.
pub(crate) fn value(counted: &Counted) -> String {
    format!(
        "(select count(*) from read.engagement e where e.contact_id = c.id and {} and e.at > now() - interval '{} days')",
        counts(counted),
        counted.days
    )
}

/// All of them by their keys, as arguments of `jsonb_build_object`. To whom nothing happened there is nothing to show.
pub(crate) fn shown() -> String {
    let each: Vec<String> =
        COUNTED.iter().map(|counted| format!("'{}', nullif({}, 0)", counted.key, value(counted))).collect();
    each.join(", ")
}
