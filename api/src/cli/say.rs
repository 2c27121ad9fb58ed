//! What a person at the terminal reads.

use std::io::Write;

/// A line on standard output. A closed pipe (`pivotal schema | head`) is no error worth dying for.
pub fn say(line: impl AsRef<str>) {
    let _ = writeln!(std::io::stdout(), "{}", line.as_ref());
}
