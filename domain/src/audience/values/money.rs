//! Numbers and amounts of money as people and exports write them.

use super::country::Country;

/// An exact decimal with its ISO 4217 currency.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Money {
    /// Plain decimal without leading zeros or needless places: `12000000`, `0.5`.
    pub amount: String,
    pub currency: String,
}

#[rustfmt::skip]
const SYMBOLS: &[(&str, &str)] = &[
    ("us$", "USD"), ("a$", "AUD"), ("au$", "AUD"), ("c$", "CAD"), ("ca$", "CAD"), ("nz$", "NZD"), ("s$", "SGD"),
    ("hk$", "HKD"), ("r$", "BRL"), ("mx$", "MXN"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("₹", "INR"),
    ("₩", "KRW"), ("₽", "RUB"), ("₺", "TRY"), ("₪", "ILS"), ("₴", "UAH"), ("₫", "VND"), ("฿", "THB"), ("zł", "PLN"),
    ("zl", "PLN"), ("kč", "CZK"), ("fr", "CHF"), ("sfr", "CHF"), ("rs", "INR"), ("euro", "EUR"), ("euros", "EUR"),
    ("dollar", "USD"), ("dollars", "USD"), ("pound", "GBP"), ("pounds", "GBP"), ("rmb", "CNY"), ("yen", "JPY"),
];

#[rustfmt::skip]
const CODES: &[&str] = &[
    "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "AUD", "CAD", "NZD", "SGD", "HKD", "SEK", "NOK", "DKK", "ISK", "PLN",
    "CZK", "HUF", "RON", "BGN", "TRY", "ILS", "AED", "SAR", "QAR", "KWD", "BHD", "OMR", "JOD", "EGP", "MAD", "TND", "ZAR",
    "NGN", "KES", "GHS", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "UYU", "KRW", "TWD", "THB", "MYR", "IDR", "PHP", "VND",
    "PKR", "BDT", "LKR", "UAH", "RUB", "KZT", "GEL", "RSD", "MKD", "ALL", "BAM", "DZD", "CRC", "DOP", "GTQ",
];

/// Words for powers of ten. The short scale of English, the long scale where the word is of another language.
#[rustfmt::skip]
const MAGNITUDES: &[(&str, u32)] = &[
    ("k", 3), ("thousand", 3), ("tsd", 3), ("tausend", 3), ("m", 6), ("mn", 6), ("mm", 6), ("mio", 6), ("mil", 6),
    ("mill", 6), ("million", 6), ("millions", 6), ("millionen", 6), ("mln", 6), ("b", 9), ("bn", 9), ("bil", 9),
    ("billion", 9), ("billions", 9), ("mrd", 9), ("mia", 9), ("md", 9), ("milliarde", 9), ("milliarden", 9),
    ("milliard", 9), ("milliards", 9), ("t", 12), ("tn", 12), ("trillion", 12), ("lakh", 5), ("lakhs", 5), ("crore", 7),
    ("crores", 7), ("cr", 7),
];

impl Money {
    /// `$12M`, `1.2 Mrd €`, `12.000.000 EUR`, `CHF 1'000'000`, `5 crore`. A range counts as its lower end. Without a
    /// currency it is the default country's, else US dollars.
    pub fn parse(raw: &str, default_country: Option<Country>) -> Option<Money> {
        let lower = raw.trim().to_lowercase();
        let low_end = lower_end(&lower);
        let mut currency = None;
        let mut magnitude = None;
        let mut digits = String::new();
        let mut rest = low_end;
        while let Some(c) = rest.chars().next() {
            if c.is_ascii_digit() {
                if !digits.is_empty() {
                    return None;
                }
                let (number, after) = rest.split_at(number_length(rest));
                digits.push_str(number);
                rest = after;
            } else if c.is_whitespace() || matches!(c, '.' | '+' | '~' | '>' | '<' | '(' | ')') {
                rest = &rest[c.len_utf8()..];
            } else {
                let end = rest.find(|c: char| c.is_ascii_digit() || c.is_whitespace() || "+~.()".contains(c));
                let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
                take_word(word, &mut currency, &mut magnitude)?;
                rest = after;
            }
        }
        // `$10 - 25M`: the power of ten stands at the end only.
        if magnitude.is_none() && low_end.len() < lower.len() {
            magnitude =
                lower.rsplit(|c: char| c.is_ascii_digit() || c.is_whitespace()).find_map(magnitude_of);
        }
        let currency =
            currency.or_else(|| default_country.map(|country| country.currency())).unwrap_or("USD");
        let comma_is_decimal = match currency {
            "USD" | "GBP" | "CAD" | "AUD" | "INR" | "JPY" | "CNY" => false,
            _ => default_country.is_none_or(|country| country.writes_decimal_comma()),
        };
        let amount = decimal(&digits, comma_is_decimal, magnitude.unwrap_or(0))?;
        Some(Money { amount, currency: currency.to_owned() })
    }
}

/// Whether these three capitals are a currency that amounts may be in.
pub fn is_currency(code: &str) -> bool {
    CODES.contains(&code)
}

/// A whole number: `1,234`, `1.234`, `1 234`, `1'234`, `12.0`, `1.5k`, `500+`. Nothing when it is not whole.
pub fn whole_number(raw: &str) -> Option<i64> {
    if let Ok(number) = raw.parse::<i64>()
        && raw.bytes().all(|b| b.is_ascii_digit())
    {
        return Some(number);
    }
    let lower = raw.trim().to_lowercase();
    let (negative, rest) = match lower.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, lower.trim_start_matches(['+', '~', '#'])),
    };
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (number, after) = rest.split_at(number_length(rest));
    let word = after.trim_matches(|c: char| c.is_whitespace() || matches!(c, '+' | '.'));
    let magnitude = if word.is_empty() { 0 } else { magnitude_of(word)? };
    let amount: i64 = decimal(number, false, magnitude)?.parse().ok()?;
    Some(if negative { -amount } else { amount })
}

/// How far the digits and their separators reach.
fn number_length(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((index, c)) = chars.next() {
        let digit_follows = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let separator = matches!(c, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}') && digit_follows;
        if !c.is_ascii_digit() && !separator {
            break;
        }
        end = index + c.len_utf8();
    }
    end
}

/// The exact value of written digits times a power of ten, as a plain decimal.
fn decimal(written: &str, comma_is_decimal: bool, power: u32) -> Option<String> {
    let (whole, places) = match decimal_mark(written, comma_is_decimal, power > 0) {
        Some(index) => (&written[..index], &written[index + 1..]),
        None => (written, ""),
    };
    let mut digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let mut places: String = places.chars().filter(char::is_ascii_digit).collect();
    for _ in 0..power {
        digits.push(if places.is_empty() { '0' } else { places.remove(0) });
    }
    let digits = digits.trim_start_matches('0');
    // Hundredths are what currencies have; more is noise of a calculation.
    let places = places.get(..2).unwrap_or(&places).trim_end_matches('0');
    if written.is_empty() || digits.len() > 18 {
        return None;
    }
    let digits = if digits.is_empty() { "0" } else { digits };
    Some(if places.is_empty() { digits.to_owned() } else { format!("{digits}.{places}") })
}

/// Where the decimal mark stands. Of two kinds of mark the last is it; a mark that repeats groups thousands. One
/// mark before exactly three digits groups thousands too, unless a word like "million" follows: nobody writes
/// revenue to a tenth of a cent, and `1.234 Mrd` is not a thousand.
fn decimal_mark(written: &str, comma_is_decimal: bool, has_magnitude: bool) -> Option<usize> {
    let last = written.rfind(['.', ','])?;
    let mark = written.as_bytes()[last];
    let other = if mark == b'.' { ',' } else { '.' };
    if written.contains(other) {
        return Some(last);
    }
    let repeats = written.bytes().filter(|b| *b == mark).count() > 1;
    let group_before = (1..=3).contains(&last) && !written.starts_with('0');
    let groups =
        written.len() - last == 4 && group_before && (!has_magnitude || (mark == b',' && !comma_is_decimal));
    (!repeats && !groups).then_some(last)
}

/// The part of a range that counts.
fn lower_end(text: &str) -> &str {
    let cut = |pattern: &str| {
        let (low, high) = text.split_once(pattern)?;
        let both = low.contains(|c: char| c.is_ascii_digit()) && high.contains(|c: char| c.is_ascii_digit());
        both.then_some(low)
    };
    [" - ", "-", "–", "—", " to ", " bis "].into_iter().find_map(cut).unwrap_or(text)
}

fn take_word(word: &str, currency: &mut Option<&'static str>, magnitude: &mut Option<u32>) -> Option<()> {
    if let Some(power) = magnitude_of(word) {
        return magnitude.replace(power).is_none().then_some(());
    }
    if let Some(code) = currency_of(word) {
        return currency.replace(code).is_none().then_some(());
    }
    // `m€`, `musd`, `mio.€`, `€m`: both in one word.
    for (index, _) in word.char_indices().skip(1) {
        let (head, tail) = word.split_at(index);
        let found = match (magnitude_of(head), currency_of(tail), currency_of(head), magnitude_of(tail)) {
            (Some(power), Some(code), _, _) | (_, _, Some(code), Some(power)) => Some((power, code)),
            _ => None,
        };
        if let Some((power, code)) = found {
            *magnitude = Some(power);
            *currency = Some(code);
            return Some(());
        }
    }
    None
}

fn magnitude_of(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    MAGNITUDES.iter().find(|(name, _)| *name == word).map(|(_, power)| *power)
}

fn currency_of(word: &str) -> Option<&'static str> {
    let word = word.trim_end_matches('.');
    let symbol = SYMBOLS.iter().find(|(name, _)| *name == word).map(|(_, code)| *code);
    symbol.or_else(|| CODES.iter().find(|code| code.eq_ignore_ascii_case(word)).copied())
}
