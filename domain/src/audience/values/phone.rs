//! Phone numbers: free text to E.164 with an extension.
//!
//! Numbers are checked for *possibility* (country calling code and length, as ITU E.164 and the numbering plans
//! of the `phonenumber` crate's metadata say), not for being in an assigned range: ranges change faster than
//! metadata, and reserved fictitious numbers (555-01xx) must pass. Reading is done here, not by that crate: its
//! parser runs regular expressions behind a shared lock and costs about 4 us a number.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use phonenumber::metadata::{DATABASE, Metadata};

use super::country::Country;

/// A number one can dial from anywhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone {
    e164: String,
    extension: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    #[error("it has no digits")]
    NoDigits,
    #[error("it has characters that are not part of a phone number")]
    Characters,
    #[error("a spreadsheet has shortened it to powers of ten, so digits are lost")]
    Shortened,
    #[error("it has no country code and no default country is chosen")]
    NoCountry,
    #[error("no country has this country code")]
    CallingCode,
    #[error("no number of its country is that short")]
    TooShort,
    #[error("no number of its country is that long")]
    TooLong,
    #[error("no number of its country has that many digits")]
    Length,
    #[error("no North American number starts like this")]
    NorthAmerica,
    #[error("it repeats one digit")]
    Placeholder,
}

impl Phone {
    /// From a number as people write it. Without `+` or an international prefix it is read as a number of
    /// `default_country`.
    pub fn parse(raw: &str, default_country: Option<Country>) -> Result<Phone, PhoneError> {
        let read = read(raw)?;
        let digits = read.digits();
        if digits.len() >= 6 && digits.bytes().all(|b| b == digits.as_bytes()[0]) {
            return Err(PhoneError::Placeholder);
        }
        let (plan, national) = place(&read, digits, default_country)?;
        plan.check(national)?;
        let mut e164 = String::with_capacity(16);
        e164.push('+');
        e164.push_str(&plan.calling_code);
        e164.push_str(national);
        Ok(Phone { e164, extension: read.extension })
    }

    /// `+12025550100`.
    pub fn e164(&self) -> &str {
        &self.e164
    }

    /// Digits only.
    pub fn extension(&self) -> Option<&str> {
        self.extension.as_deref()
    }
}

/// RFC 3966 without the scheme: `+12025550100;ext=12`. Parsing it gives the same phone.
impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.e164)?;
        match &self.extension {
            Some(extension) => write!(f, ";ext={extension}"),
            None => Ok(()),
        }
    }
}

/// The country calling code and national number of an E.164 number.
pub(crate) fn split_e164(e164: &str) -> Option<(&str, &str)> {
    let digits = e164.strip_prefix('+')?;
    let plan = PLANS.by_calling_code(digits)?;
    Some(digits.split_at(plan.calling_code.len()))
}

/// The country that a calling code mainly belongs to.
pub(crate) fn main_country(calling_code: &str) -> Option<Country> {
    PLANS.by_code.get(calling_code).and_then(|plan| plan.main_country)
}

/// What a country's (or, by calling code, several countries') numbers look like.
#[derive(Clone, Default)]
struct Plan {
    calling_code: String,
    /// Bit n is set when a national number may have n digits.
    lengths: u32,
    /// Dialled within the country in front of the national number, e.g. `0`.
    trunk_prefix: Option<String>,
    main_country: Option<Country>,
}

impl Plan {
    fn allows(&self, national: &str) -> bool {
        national.len() < 32 && self.lengths & (1 << national.len()) != 0
    }

    fn check(&self, national: &str) -> Result<(), PhoneError> {
        let length = national.len() as u32;
        if length < self.lengths.trailing_zeros() {
            return Err(PhoneError::TooShort);
        }
        if length + self.calling_code.len() as u32 > 15 || length > 31 - self.lengths.leading_zeros() {
            return Err(PhoneError::TooLong);
        }
        if !self.allows(national) {
            return Err(PhoneError::Length);
        }
        // NANP: neither an area code nor an exchange starts with 0 or 1. This is the plan's shape, not a range.
        let bytes = national.as_bytes();
        if self.calling_code == "1" && (matches!(bytes[0], b'0' | b'1') || matches!(bytes[3], b'0' | b'1')) {
            return Err(PhoneError::NorthAmerica);
        }
        Ok(())
    }

    /// The number without the trunk prefix, when it is only possible so.
    fn without_trunk_prefix<'a>(&self, digits: &'a str) -> &'a str {
        let Some(rest) = self.trunk_prefix.as_deref().and_then(|prefix| digits.strip_prefix(prefix)) else {
            return digits;
        };
        // No national number starts with its own trunk prefix, except where the metadata says there is none (Italy).
        if self.allows(rest) || !self.allows(digits) { rest } else { digits }
    }
}

struct Plans {
    by_code: HashMap<String, Plan>,
    by_country: HashMap<Country, Plan>,
}

impl Plans {
    /// Calling codes are prefix-free and one to three digits long.
    fn by_calling_code(&self, digits: &str) -> Option<&Plan> {
        (1..=3).find_map(|length| self.by_code.get(digits.get(..length)?))
    }
}

static PLANS: LazyLock<Plans> = LazyLock::new(|| {
    let mut plans = Plans { by_code: HashMap::new(), by_country: HashMap::new() };
    for metadata in DATABASE.iter() {
        let country = Country::parse(metadata.id());
        let plan = Plan {
            calling_code: metadata.country_code().to_string(),
            lengths: lengths(metadata),
            trunk_prefix: metadata.national_prefix().map(str::to_owned),
            main_country: country,
        };
        let shared = plans.by_code.entry(plan.calling_code.clone()).or_insert_with(|| plan.clone());
        shared.lengths |= plan.lengths;
        if metadata.is_main_country_for_code() {
            shared.main_country = country;
            shared.trunk_prefix.clone_from(&plan.trunk_prefix);
        }
        if let Some(country) = country {
            plans.by_country.insert(country, plan);
        }
    }
    plans
});

fn lengths(metadata: &Metadata) -> u32 {
    let kinds = metadata.descriptors();
    let described = [
        Some(kinds.general()),
        kinds.fixed_line(),
        kinds.mobile(),
        kinds.toll_free(),
        kinds.shared_cost(),
        kinds.premium_rate(),
        kinds.personal_number(),
        kinds.voip(),
        kinds.uan(),
    ];
    let lengths = described.into_iter().flatten().flat_map(|kind| kind.possible_length());
    lengths.filter(|length| **length < 32).fold(0, |mask, length| mask | 1 << length)
}

/// Digits as written, with what stood around them.
struct Read {
    buffer: [u8; Read::MAX],
    count: usize,
    /// It started with `+`.
    international: bool,
    /// A `(0)` stood in it: the trunk prefix that is not dialled from abroad. It is not among the digits.
    extension: Option<String>,
}

impl Read {
    /// 15 digits of E.164, an international prefix, and some, so that the error is about the length.
    const MAX: usize = 24;

    fn digits(&self) -> &str {
        std::str::from_utf8(&self.buffer[..self.count]).unwrap_or("")
    }

    fn push(&mut self, digit: u8) -> Result<(), PhoneError> {
        let slot = self.buffer.get_mut(self.count).ok_or(PhoneError::TooLong)?;
        *slot = digit;
        self.count += 1;
        Ok(())
    }
}

fn read(raw: &str) -> Result<Read, PhoneError> {
    let mut read = Read { buffer: [0; Read::MAX], count: 0, international: false, extension: None };
    let raw = raw.trim();
    // A number that went through a spreadsheet as a float.
    let raw = raw.strip_suffix(".0").unwrap_or(raw);
    let mut chars = raw.char_indices();
    while let Some((index, c)) = chars.next() {
        match c {
            '0'..='9' => read.push(c as u8)?,
            '+' | '＋' if read.count == 0 => read.international = true,
            '(' if read.count > 0 && raw[index..].starts_with("(0)") && read.international => {
                chars.nth(1);
            }
            ' ' | '-' | '.' | '/' | '(' | ')' | '[' | ']' | '~' | '_' | '\'' | '\t' => {}
            c if c.is_whitespace() || is_dash(c) => {}
            c => match wide_digit(c) {
                Some(digit) => read.push(digit)?,
                // `Tel.: ` in front of the number.
                None if read.count == 0 && !read.international && (c.is_alphabetic() || c == ':') => {}
                None => {
                    tail(&raw[index..], &mut read)?;
                    break;
                }
            },
        }
    }
    if read.count == 0 { Err(PhoneError::NoDigits) } else { Ok(read) }
}

/// What follows the digits: an extension, or the letters of a vanity number.
fn tail(rest: &str, read: &mut Read) -> Result<(), PhoneError> {
    if let Some(extension) = extension(rest) {
        read.extension = Some(extension);
        return Ok(());
    }
    let toll_free = read.digits().strip_prefix('1').unwrap_or(read.digits());
    let is_vanity = matches!(toll_free.get(..3), Some("800" | "833" | "844" | "855" | "866" | "877" | "888"))
        && rest.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || matches!(b, b'-' | b' '));
    if is_vanity {
        for byte in rest.bytes().filter(u8::is_ascii_alphanumeric).take(10 - toll_free.len().min(10)) {
            read.push(keypad(byte))?;
        }
        return Ok(());
    }
    let shortened = rest.strip_prefix(['E', 'e']).is_some_and(|power| power.starts_with(['+', '1', '0']));
    Err(if shortened { PhoneError::Shortened } else { PhoneError::Characters })
}

/// `x123`, `ext. 123`, `extension 123`, `#123`, `;ext=123`, `, 123`, `Durchwahl 123`, `poste 123`.
fn extension(rest: &str) -> Option<String> {
    let rest = rest.trim_start_matches([';', ',', ' ', '(']);
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, after) = rest.split_at(letters);
    let known = ["", "x", "ext", "extn", "extension", "durchwahl", "dw", "poste", "int", "anexo"];
    if !known.iter().any(|one| one.eq_ignore_ascii_case(word)) {
        return None;
    }
    let digits =
        after.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | '=' | '#' | ')' | '-'));
    let fits = (1..=7).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| digits.to_owned())
}

/// Which numbering plan the digits belong to, and what is left as national number.
fn place<'a>(
    read: &Read,
    digits: &'a str,
    default_country: Option<Country>,
) -> Result<(&'static Plan, &'a str), PhoneError> {
    let home = default_country.and_then(|country| PLANS.by_country.get(&country));
    if let Some(abroad) = international_part(read, digits, home) {
        let plan = PLANS.by_calling_code(abroad).ok_or(PhoneError::CallingCode)?;
        return Ok((plan, plan.without_trunk_prefix(&abroad[plan.calling_code.len()..])));
    }
    let Some(home) = home else { return Err(PhoneError::NoCountry) };
    let national = home.without_trunk_prefix(digits);
    // The country code written without `+`: 49 30 23125000 in Germany. Where national numbers vary in length that
    // could be a national number too, but hardly one so long without its trunk prefix.
    let written =
        if national.len() == digits.len() { digits.strip_prefix(home.calling_code.as_str()) } else { None };
    if let Some(rest) = written.map(|rest| home.without_trunk_prefix(rest))
        && home.allows(rest)
        && (rest.len() >= 9 || !home.allows(national))
    {
        return Ok((home, rest));
    }
    Ok((home, national))
}

/// The digits from the country code on, when the number says that it is international.
fn international_part<'a>(read: &Read, digits: &'a str, home: Option<&Plan>) -> Option<&'a str> {
    if read.international {
        // `+0049...` is a slip seen in real files.
        return Some(digits.strip_prefix("00").unwrap_or(digits));
    }
    if let Some(rest) = digits.strip_prefix("00") {
        return Some(rest);
    }
    let dials_011 = home.is_none_or(|plan| plan.calling_code == "1");
    digits.strip_prefix("011").filter(|rest| dials_011 && rest.len() > 7)
}

fn is_dash(c: char) -> bool {
    matches!(
        c,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30fc}' | '\u{ff0d}' | '\u{ff08}' | '\u{ff09}' | '\u{b7}'
    )
}

/// Digits of East Asian full width and of Arabic, which phones and forms there produce.
fn wide_digit(c: char) -> Option<u8> {
    let digit = match c {
        '\u{ff10}'..='\u{ff19}' => c as u32 - 0xff10,
        '\u{660}'..='\u{669}' => c as u32 - 0x660,
        '\u{6f0}'..='\u{6f9}' => c as u32 - 0x6f0,
        _ => return None,
    };
    Some(b'0' + digit as u8)
}

/// The digit a letter stands on (ITU E.161).
fn keypad(letter: u8) -> u8 {
    match letter {
        b'A'..=b'C' => b'2',
        b'D'..=b'F' => b'3',
        b'G'..=b'I' => b'4',
        b'J'..=b'L' => b'5',
        b'M'..=b'O' => b'6',
        b'P'..=b'S' => b'7',
        b'T'..=b'V' => b'8',
        b'W'..=b'Z' => b'9',
        digit => digit,
    }
}
