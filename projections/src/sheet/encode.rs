//! Values as Postgres reads them: cells, array literals, lines of COPY.

use chrono::{DateTime, SecondsFormat, Utc};

/// A text cell. Postgres keeps no NUL character, so it is left out.
pub fn text(text: &str) -> String {
    if text.contains('\0') { text.replace('\0', "") } else { text.to_owned() }
}

pub fn boolean(value: bool) -> String {
    if value { "t" } else { "f" }.to_owned()
}

pub fn timestamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

/// `{"a","b \"c\""}`
pub fn array<S: AsRef<str>>(items: &[S]) -> String {
    let mut literal = String::from("{");
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            literal.push(',');
        }
        literal.push('"');
        for c in item.as_ref().chars().filter(|c| *c != '\0') {
            if matches!(c, '"' | '\\') {
                literal.push('\\');
            }
            literal.push(c);
        }
        literal.push('"');
    }
    literal.push('}');
    literal
}

/// Adds one row in COPY's text format.
pub fn copy_line(line: &mut Vec<u8>, cells: &[Option<String>]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            line.push(b'\t');
        }
        let Some(cell) = cell else {
            line.extend_from_slice(b"\\N");
            continue;
        };
        for byte in cell.bytes() {
            match byte {
                b'\\' => line.extend_from_slice(b"\\\\"),
                b'\n' => line.extend_from_slice(b"\\n"),
                b'\r' => line.extend_from_slice(b"\\r"),
                b'\t' => line.extend_from_slice(b"\\t"),
                byte => line.push(byte),
            }
        }
    }
    line.push(b'\n');
}
