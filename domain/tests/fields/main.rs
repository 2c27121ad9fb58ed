//! Golden tables for every normaliser, and properties that hold for any text whatever.

mod choices;
mod companies;
mod custom;
mod dates;
mod domains;
mod emails;
mod linkedin;
mod mapping;
mod mapping_sources;
mod money;
mod people;
mod phones;
mod places;
mod postcodes;
mod properties;
mod sizes;
mod texts;
mod time_zones;
mod titles;
mod titles_table;

/// Runs every row and reports all that differ, not only the first.
#[track_caller]
fn check<O: PartialEq + std::fmt::Debug>(rows: &[(&str, O)], normalise: impl Fn(&str) -> O) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(raw, expected)| {
            let got = normalise(raw);
            (got != *expected).then(|| format!("{raw:?}: expected {expected:?}, got {got:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
