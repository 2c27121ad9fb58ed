//! Company sizes: a head count falls into exactly one range of the catalogue.

use crate::audience::fields::catalogue::account::SIZE_RANGES;

/// Upper ends of [`SIZE_RANGES`], in the same order; the last is open.
const UPPER: [i64; 7] = [10, 50, 200, 500, 1_000, 5_000, 10_000];

/// Words that say nothing about the size.
const NOISE: &[&str] =
    &["employees", "employee", "people", "staff", "to", "bis", "mitarbeiter", "about", "ca", "approx"];

/// Words that make one number a lower end.
const OPEN: &[&str] = &["over", "more", "than", "above", "und", "mehr", "and", "or", "plus"];

/// The range of a head count; nothing for less than one person.
pub fn of_count(count: i64) -> Option<&'static str> {
    if count < 1 {
        return None;
    }
    let index = UPPER.iter().position(|upper| count <= *upper).unwrap_or(UPPER.len());
    Some(SIZE_RANGES[index])
}

/// What a size column said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub range: &'static str,
    /// The exact count, when the text was one number.
    pub count: Option<i64>,
}

/// From a range (`51-200`, `51 to 200 employees`, `1,001 - 5,000`, `10,001+`, `5K-10K`), a number, `self-employed`,
/// or what a spreadsheet makes of the first two ranges (`10-Jan`, `Nov-50`). A range that is not ours falls where
/// its middle does.
pub fn parse(raw: &str) -> Option<Size> {
    if let Some(range) = SIZE_RANGES.iter().find(|range| **range == raw) {
        return Some(Size { range, count: None });
    }
    let text = raw.trim().to_lowercase();
    match text.as_str() {
        "jan-10" | "10-jan" | "1-oct" | "oct-1" | "oct-01" | "01-oct" | "self-employed" | "self employed" => {
            return Some(Size { range: SIZE_RANGES[0], count: None });
        }
        "nov-50" | "50-nov" => return Some(Size { range: SIZE_RANGES[1], count: None }),
        _ => {}
    }
    let mut open = text.contains(['+', '>']);
    let mut numbers = Vec::with_capacity(2);
    let separators = |c: char| c.is_whitespace() || "-–—+><~()".contains(c);
    for word in text.split(separators).filter(|word| !word.is_empty()) {
        if OPEN.contains(&word) {
            open = true;
        } else if !NOISE.contains(&word.trim_end_matches('.')) {
            numbers.push(number(word)?);
        }
    }
    let (range, count) = match numbers.as_slice() {
        [only] if open => (of_count(only.saturating_add(1))?, None),
        [only] => (of_count(*only)?, Some(*only)),
        [low, high] if low <= high => (of_count((low + (high - low) / 2).max(1))?, None),
        _ => return None,
    };
    Some(Size { range, count })
}

/// `1,001`, `1.001`, `5k`, `250.0`.
fn number(word: &str) -> Option<i64> {
    let (digits, factor) = match word.strip_suffix('k') {
        Some(digits) => (digits, 1_000),
        None => (word, 1),
    };
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let plain: String = digits.chars().filter(|c| !matches!(c, ',' | '.' | '\'' | '’')).collect();
    let fits = (1..=12).contains(&plain.len()) && plain.bytes().all(|b| b.is_ascii_digit());
    let number: i64 = fits.then(|| plain.parse().ok()).flatten()?;
    number.checked_mul(factor)
}
