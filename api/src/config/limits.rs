//! How much one person or key may ask of the doors that cost much.

use pivotal_commands::identity::rate_limits::Limits;

use super::source::Source;

/// More than anybody means, and far from what the database can count.
const MOST: i32 = 1_000_000;

/// PIVOTAL_LIMIT_SEARCHES, _LISTS and _PREVIEWS a minute, PIVOTAL_LIMIT_EXPORTS and _MAILS an hour; 0 is without limit. By default so
/// many that nobody who works here meets them.
pub(super) fn read(source: &mut Source) -> Limits {
    let mut limit = |name: &'static str, default: i32| {
        let said = source.parsed(name, "a number, or 0 for no limit", default);
        if !(0..=MOST).contains(&said) {
            source.problem(format!("{name} must be between 0 (no limit) and {MOST}"));
        }
        said
    };
    Limits {
        searches: limit("PIVOTAL_LIMIT_SEARCHES", 600),
        lists: limit("PIVOTAL_LIMIT_LISTS", 1_200),
        previews: limit("PIVOTAL_LIMIT_PREVIEWS", 240),
        exports: limit("PIVOTAL_LIMIT_EXPORTS", 240),
        mails: limit("PIVOTAL_LIMIT_MAILS", 300),
    }
}
