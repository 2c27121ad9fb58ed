//! Whether a file names its columns, and the names they get.

use pivotal_domain::audience::fields::mapping::suggest;

/// Longest name kept, in characters.
const NAME_MAX: usize = 200;

/// A first row is a header unless its cells look like values. `body` are the rows below.
///
/// An address in it settles the matter, then a heading that a field is known by; else numbers and dates count, unless
/// they stand above columns of something else ("2024" above names).
pub fn looks_like_header(first: &[String], body: &[&Vec<String>]) -> bool {
    let filled: Vec<&str> = first.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    if filled.is_empty() || filled.iter().any(|cell| is_address(cell)) {
        return false;
    }
    if suggest::<_, String>(first, &[]).iter().any(|suggestion| suggestion.field.is_some()) {
        return true;
    }
    // Text above a column of addresses or numbers is a heading, whatever it says.
    let heads_values = first.iter().enumerate().any(|(column, cell)| {
        let mut below = body
            .iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
            .peekable();
        !is_number(cell.trim())
            && below.peek().is_some()
            && below.all(|cell| is_address(cell) || is_number(cell))
    });
    heads_values || filled.iter().filter(|cell| is_number(cell)).count() * 2 <= filled.len()
}

/// Names as in the file; empty and repeated ones are told apart by their place.
pub fn named(first: &[String], columns: usize) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(columns);
    for column in 0..columns {
        let cell = first.get(column).map_or("", String::as_str);
        let name: String = cell
            .split(|c: char| c.is_whitespace() || c.is_control())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
            .chars()
            .take(NAME_MAX)
            .collect();
        let name = if name.is_empty() { format!("Column {}", column + 1) } else { name };
        let mut unique = name.clone();
        let mut number = 2;
        while names.contains(&unique) {
            unique = format!("{name} ({number})");
            number += 1;
        }
        names.push(unique);
    }
    names
}

/// An email or web address.
fn is_address(cell: &str) -> bool {
    let one_word = !cell.contains(char::is_whitespace);
    let email = one_word
        && cell.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'));
    email || cell.contains("://") || (one_word && cell.starts_with("www."))
}

/// Mostly digits: a number, an amount, a phone number, a date.
fn is_number(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    digits > 0
        && cell.chars().filter(|character| character.is_alphabetic()).count() <= 3
        && digits * 2 >= cell.chars().filter(|character| !character.is_whitespace()).count()
}
