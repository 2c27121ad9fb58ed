//! Decimal numbers of any length, compared exactly: amounts of money must not meet a binary fraction.

use std::cmp::Ordering;
use std::fmt;

/// Most digits before the point.
const WHOLE_MAX: usize = 30;
/// Most digits behind it.
const FRACTION_MAX: usize = 10;

/// A plain decimal (`-12.50`), kept as written. Equal by value: `1.5` equals `1.50`.
#[derive(Debug, Clone)]
pub struct Decimal(String);

impl Decimal {
    /// An optional minus, digits, and optionally a point with digits; nothing else, no exponent.
    pub fn parse(text: &str) -> Option<Decimal> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |part: &str, max: usize| {
            (1..=max).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        (plain(whole, WHOLE_MAX) && plain(fraction, FRACTION_MAX)).then(|| Decimal(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is below zero, its digits before the point without leading zeros, those behind without trailing ones.
    fn parts(&self) -> (bool, &str, &str) {
        let (negative, digits) = match self.0.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, self.0.as_str()),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
        let zero = whole.is_empty() && fraction.is_empty();
        (negative && !zero, whole, fraction)
    }
}

impl From<i64> for Decimal {
    fn from(number: i64) -> Self {
        Decimal(number.to_string())
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let ((a_negative, a_whole, a_fraction), (b_negative, b_whole, b_fraction)) =
            (self.parts(), other.parts());
        let size = a_whole
            .len()
            .cmp(&b_whole.len())
            .then_with(|| a_whole.cmp(b_whole))
            .then_with(|| a_fraction.cmp(b_fraction));
        match (a_negative, b_negative) {
            (false, false) => size,
            (true, true) => size.reverse(),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_compared_by_value() {
        let of = |text: &str| Decimal::parse(text).unwrap();
        assert_eq!(of("1.5"), of("01.50"));
        assert_eq!(of("-0.0"), of("0"));
        assert!(of("9") < of("10"));
        assert!(of("-10") < of("-9.5"));
        assert!(of("-1") < of("0.1"));
        assert!(of("1.05") < of("1.5"));
        assert!(of("99999999999999999999999999.1") > of("99999999999999999999999999"));
        for bad in ["", "-", ".5", "5.", "1e3", "+1", "1,5", " 1", "1.2.3", &"9".repeat(31)] {
            assert_eq!(Decimal::parse(bad), None, "{bad}");
        }
    }
}
