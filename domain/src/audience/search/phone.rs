//! Digits of telephone numbers, as they are kept and as people type them.

/// Fewer digits are a number like any other.
pub const FEWEST: usize = 4;

/// The digits of a number in any notation.
pub fn digits(text: &str) -> String {
    text.chars().filter_map(|c| c.to_digit(10)).filter_map(|digit| char::from_digit(digit, 10)).collect()
}

/// What a number is found by: all of its digits, those without the country's calling code, and all of them backwards, so
/// that any end of it is a beginning.
pub fn words(number: &str) -> Vec<String> {
    let all = digits(number);
    if all.len() < FEWEST {
        return Vec::new();
    }
    let mut words = vec![backwards(&all)];
    if number.trim_start().starts_with('+') {
        words.push(all[calling_code(&all)..].to_owned());
    }
    words.push(all);
    words
}

/// The end of a number as a word: marked, because it must not be taken for a number that begins like this.
pub fn backwards(digits: &str) -> String {
    format!("~{}", digits.chars().rev().collect::<String>())
}

/// The digits somebody asks for, if their text is a number and nothing else. Neither `00` for a call abroad nor the
/// `0` for a call at home is part of a number as it is kept.
pub fn asked(text: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+()-./\u{a0}".contains(c);
    if !text.chars().all(plain) {
        return None;
    }
    let all = digits(text);
    let asked = all.trim_start_matches('0');
    if asked.len() >= FEWEST {
        return Some(asked.to_owned());
    }
    // The end of a number may begin with a nought: 0100.
    (all.len() >= FEWEST && !asked.is_empty()).then_some(all)
}

/// Length of the calling code that a number in international notation begins with (ITU-T E.164, list of assigned codes:
/// the zones 1 and 7 have one digit, these have two, all others three).
fn calling_code(digits: &str) -> usize {
    const TWO: [&str; 44] = [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48",
        "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81",
        "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];
    match digits.as_bytes() {
        [b'1' | b'7', ..] => 1,
        _ if TWO.iter().any(|code| digits.starts_with(code)) => 2,
        _ => 3,
    }
}
