use crate::{files, read};

/// Past this a file is split.
const LONGEST: usize = 400;

/// Written by a tool: nobody reads them from top to bottom.
fn is_generated(path: &str) -> bool {
    path.starts_with("web/src/gql/")
}

#[test]
fn files_stay_short_enough_to_read() {
    for path in files(&[".rs", ".ts", ".tsx"]).iter().filter(|path| !is_generated(path)) {
        let lines = read(path).lines().count();
        assert!(lines <= LONGEST, "{path} has {lines} lines: split it");
    }
}

/// Panics that are left, each with a reason in the code beside it.
const PANICS: &[(&str, usize)] =
    &[("projections/src/audience/columns.rs", 1), ("projections/src/sheet/mod.rs", 1)];

#[test]
fn outside_of_tests_nothing_panics_on_purpose() {
    let forbidden = [".unwrap()", "panic!(", "todo!(", "unimplemented!(", "dbg!(", ".unwrap_err()"];
    for path in files(&[".rs"]).iter().filter(|path| path.contains("/src/") && !is_for_tests(path)) {
        let text = read(path);
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let found = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .filter(|line| forbidden.iter().any(|word| line.contains(word)))
            .count();
        let allowed = PANICS.iter().find(|(of, _)| of == path).map_or(0, |(_, count)| *count);
        assert!(
            found <= allowed,
            "{path} panics {found} times: return an error, or `expect` with why it cannot fail"
        );
        assert!(found == allowed, "{path} panics less than the list says: shorten the list");
    }
}

/// Both are so large that they are compiled once: their Cargo.toml switches off what would be tested inside.
#[test]
fn what_is_compiled_once_has_no_tests_inside() {
    for path in files(&[".rs"]) {
        if let Some(layer) =
            ["api", "projections"].into_iter().find(|top| path.starts_with(&format!("{top}/src/")))
        {
            assert!(
                !read(&path).contains("cfg(test)"),
                "{path} has tests that would never run: they belong into {layer}/tests/it/units"
            );
        }
    }
}

fn is_for_tests(path: &str) -> bool {
    path.ends_with("/tests.rs")
        || path.contains("/tests/")
        || path.ends_with("/testing.rs")
        || path.contains("/testing/")
}

#[test]
fn the_face_holds_no_sql() {
    for path in files(&[".rs"]).iter().filter(|path| path.starts_with("api/src/")) {
        let text = read(path);
        for word in ["sqlx::query", "QueryBuilder", "select * from", "insert into "] {
            assert!(!text.contains(word), "{path} holds SQL ({word}): queries belong to projections or log");
        }
    }
}

#[test]
fn nothing_in_the_domain_reads_a_clock_or_a_die() {
    for path in files(&[".rs"]).iter().filter(|path| path.starts_with("domain/src/") && !is_for_tests(path)) {
        let text = read(path);
        let words = [
            "Utc::now",
            "Local::now",
            "SystemTime",
            "Instant::now",
            "now_v7",
            "new_v4",
            "std::env::var",
            "std::fs::",
            "rand::",
        ];
        for word in words {
            // `brand::` is none of them.
            let begins = |at: usize| !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
            let used = text.match_indices(word).any(|(at, _)| begins(at));
            assert!(!used, "{path} uses {word}: time, ids and the outside are arguments");
        }
    }
}
