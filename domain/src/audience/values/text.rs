//! Text as it is stored: one form for one appearance, harmless in every place that shows it.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// One line: trimmed, white space collapsed to single spaces, NFC, without control and invisible
/// characters, without the marks a spreadsheet puts before a formula.
pub fn line(raw: &str) -> String {
    if is_plain_line(raw) {
        return raw.to_owned();
    }
    let mut text = collapse(raw);
    // Taking off one mark can bring another to the front (`'="'=x"`), so this runs until nothing changes.
    while let Some(inner) = strip_formula_quote(&text) {
        text = collapse(inner);
    }
    text
}

/// Several lines: as [`line`] within each line; at most one empty line in a row.
pub fn lines(raw: &str) -> String {
    if is_plain_line(raw) {
        return raw.to_owned();
    }
    let mut text = String::with_capacity(raw.len());
    let mut empty_before = true;
    for one in raw.split('\n') {
        let one = line(one);
        if one.is_empty() && empty_before {
            continue;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        empty_before = one.is_empty();
        text.push_str(&one);
    }
    while text.ends_with('\n') {
        text.pop();
    }
    text
}

/// In the composed form (NFC) that is stored, otherwise as it is.
pub fn composed(raw: &str) -> Cow<'_, str> {
    if is_nfc(raw) { Cow::Borrowed(raw) } else { Cow::Owned(raw.nfc().collect()) }
}

/// Trims what surrounds a value in files: white space, NUL padding, byte order marks, invisible characters.
pub fn trim(raw: &str) -> &str {
    raw.trim_matches(|c: char| c.is_whitespace() || is_dropped(c))
}

/// The text cut for a message, at most `max` characters with an ellipsis.
pub fn cut(text: &str, max: usize) -> String {
    let shown: String = text.chars().filter(|c| !is_dropped(*c)).collect();
    if shown.chars().count() <= max {
        return shown;
    }
    let mut short: String = shown.chars().take(max.saturating_sub(1)).collect();
    short.push('…');
    short
}

/// The common case, decided in one pass over the bytes: nothing to change.
fn is_plain_line(raw: &str) -> bool {
    let mut before = b' ';
    for byte in raw.bytes() {
        let doubled_space = byte == b' ' && before == b' ';
        if !(b' '..0x7f).contains(&byte) || doubled_space {
            return false;
        }
        before = byte;
    }
    (before != b' ' || raw.is_empty()) && !matches!(raw.as_bytes().first(), Some(b'\'' | b'='))
}

fn collapse(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut pending_space = false;
    for c in raw.chars() {
        if c.is_whitespace() {
            pending_space = !text.is_empty();
        } else if !is_dropped(c) {
            if pending_space {
                text.push(' ');
                pending_space = false;
            }
            text.push(c);
        }
    }
    if is_nfc(&text) { text } else { text.nfc().collect() }
}

/// Control characters, NUL among them, and those that take no place on the screen but break comparison.
/// White space is not among them. Joiners (U+200C, U+200D) stay: Persian and emoji need them.
fn is_dropped(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' => false,
        '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fffe}'
        | '\u{ffff}'
        | '\u{ad}' => true,
        _ => c.is_control(),
    }
}

/// Spreadsheets write `'=1+1`, `'+49 30` or `="00123"` to say "this is text": the mark is theirs, not the value's.
fn strip_formula_quote(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix('\'') {
        let marked = rest.trim_start_matches('\'');
        return marked.starts_with(['=', '+', '-', '@']).then_some(rest);
    }
    let inner = text.strip_prefix("=\"")?.strip_suffix('"')?;
    (!inner.contains('"')).then_some(inner)
}
