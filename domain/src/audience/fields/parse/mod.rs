//! Raw text (a form, the API, a cell of a file) to normalised values, or an error a person can act on.
//!
//! An import runs this for every cell, so the ordinary case of each kind takes one pass and one allocation.

mod choice;
mod contact_points;
mod custom;
mod error;
mod numbers;

pub use custom::parse_defined;
pub use error::FieldError;

use chrono::NaiveDate;

use super::catalogue::{Entity, FieldDef, FieldKind, Item};
use super::codes;
use super::value::FieldValue;
use crate::audience::industries::codes::{NAICS, SIC};
use crate::audience::values::country::Country;
use crate::audience::values::name_case::Part;
use crate::audience::values::{dates, domain_name, language, name_case, postcode, state, text, time_zone};
use error::Refusal;

/// Longest one-line text, in characters: names, titles, streets.
pub const TEXT_MAX: usize = 500;
/// Longest text of several lines, in characters: descriptions, consent texts, custom fields.
pub const LONG_TEXT_MAX: usize = 10_000;
/// Longest address on the web, in bytes: what browsers and proxies carry.
pub const URL_MAX: usize = 2_048;
/// Most values of one field.
pub const VALUES_MAX: usize = 100;
/// Longest single value of a field with several, in characters.
pub const VALUE_MAX: usize = 200;

/// What a value means may depend on where it came from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ParseContext {
    /// The record's country if it is known, else the import's default: for phone numbers written without `+`,
    /// day-first dates, decimal commas, currencies and names of states.
    pub default_country: Option<Country>,
    /// For years that must not lie in the future; without it the limit is the year 2100.
    pub today: Option<NaiveDate>,
}

/// The outcome of parsing one raw value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parsed {
    /// `None`: the raw text was empty (or `n/a`), so there is nothing to write.
    pub value: Option<FieldValue>,
    /// Values of other fields of the same record that this one implies (a phone's E.164 form and extension, further
    /// addresses of an email cell). They fill only keys that the record does not set itself.
    pub extra: Vec<(&'static str, FieldValue)>,
    /// Parts of a cell with several values that were refused while the rest was taken.
    pub warnings: Vec<FieldError>,
}

impl Parsed {
    fn of(value: impl Into<FieldValue>) -> Parsed {
        let value = value.into();
        Parsed { value: (!value.is_empty()).then_some(value), ..Parsed::default() }
    }

    fn with(mut self, key: &'static str, value: impl Into<FieldValue>) -> Parsed {
        self.extra.push((key, value.into()));
        self
    }
}

/// Parses `raw` as a value of `def`.
pub fn parse(def: &FieldDef, raw: &str, ctx: &ParseContext) -> Result<Parsed, FieldError> {
    if !def.writable {
        let way_out = "Leave it out: it is worked out from other fields.";
        return Err(Refusal::new(codes::FIELD_DERIVED, "cannot be written", way_out).of(def, raw));
    }
    let trimmed = text::trim(raw);
    if trimmed.is_empty() {
        return Ok(Parsed::default());
    }
    match parse_kind(def, trimmed, ctx) {
        Ok(parsed) => Ok(parsed),
        Err(_) if is_placeholder(trimmed) => Ok(Parsed::default()),
        Err(refusal) => Err(refusal.of(def, trimmed)),
    }
}

/// Parses a value of a custom field that nobody defined: text of several lines. See [`parse_defined`].
pub fn parse_custom(key: &str, raw: &str) -> Result<Parsed, FieldError> {
    long_text(raw).map_err(|refusal| refusal.of_key(key, key, raw))
}

fn parse_kind(def: &FieldDef, raw: &str, ctx: &ParseContext) -> Result<Parsed, Refusal> {
    if !matches!(def.kind, FieldKind::Text | FieldKind::LongText) && raw.contains('\0') {
        // Dropping it could turn one address into another, so it is refused where text would just lose it.
        return Err(Refusal::new(codes::NUL_BYTE, "contains a NUL byte", "Delete it or retype the value."));
    }
    match (def.entity, def.key) {
        (Entity::Contact, "full_name" | "first_name" | "middle_name" | "salutation") => {
            name(raw, Part::Whole)
        }
        (Entity::Contact, "last_name") => name(raw, Part::Last),
        (_, "postal_code" | "hq_postal_code") => postal_code(raw, ctx),
        (_, "phone_extension" | "main_phone_extension") => code_text(raw),
        (_, "linkedin_url") => contact_points::linkedin(def.entity, raw),
        (_, "sic_code") => numbers::industry_code(raw, 4..=4, (&SIC, "SIC 1987")),
        (_, "naics_code") => numbers::industry_code(raw, 2..=6, (&NAICS, "NAICS 2022")),
        (_, "employees_size_range") => numbers::size_range(raw),
        (_, "staff_count") => numbers::staff_count(raw),
        (_, "year_founded") => numbers::year_founded(raw, ctx),
        _ => by_kind(def, raw, ctx),
    }
}

fn by_kind(def: &FieldDef, raw: &str, ctx: &ParseContext) -> Result<Parsed, Refusal> {
    match def.kind {
        FieldKind::Text => one_line(raw),
        FieldKind::LongText => long_text(raw),
        FieldKind::Email => contact_points::email(def, raw),
        FieldKind::Phone => contact_points::phone(def, raw, ctx),
        FieldKind::Url => url(raw),
        FieldKind::Domain => contact_points::domain(raw),
        FieldKind::Number => numbers::number(raw),
        FieldKind::Money => numbers::money(raw, ctx),
        FieldKind::Choice(_) => choice::choice(def, raw),
        FieldKind::Multi(Item::Text) => several(raw),
        FieldKind::Multi(Item::Email) => contact_points::emails(def, raw),
        FieldKind::Multi(Item::Phone) => contact_points::phones(def, raw, ctx),
        FieldKind::Multi(Item::Domain) => contact_points::domains(def, raw),
        FieldKind::Date => date(dates::date(raw, ctx.default_country).map(|date| date.to_string())),
        FieldKind::DateTime => date(dates::date_time(raw, ctx.default_country)),
        FieldKind::Bool => choice::boolean(raw),
        FieldKind::Country => country(raw),
        FieldKind::State => {
            Ok(Parsed::of(state::parse(&limited(text::line(raw), TEXT_MAX)?, ctx.default_country)))
        }
        FieldKind::Tz => match time_zone::parse(raw) {
            Some(zone) => Ok(Parsed::of(zone)),
            None => Err(Refusal::new(
                codes::TIME_ZONE_UNKNOWN,
                "is not a known time zone",
                "Write it as in Europe/Berlin or America/New_York.",
            )),
        },
        // A user may be named by id or email; who that is, only a command can look up.
        FieldKind::User => one_line(raw),
        FieldKind::Ref(_) => reference(raw),
        FieldKind::Language => match language::parse(raw) {
            Some(tag) => Ok(Parsed::of(tag)),
            None => Err(Refusal::new(
                codes::LANGUAGE_UNKNOWN,
                "is not a known language",
                "Write a code as en or pt-BR.",
            )),
        },
    }
}

fn one_line(raw: &str) -> Result<Parsed, Refusal> {
    Ok(Parsed::of(limited(text::line(raw), TEXT_MAX)?))
}

fn long_text(raw: &str) -> Result<Parsed, Refusal> {
    Ok(Parsed::of(limited(text::lines(raw), LONG_TEXT_MAX)?))
}

fn name(raw: &str, part: Part) -> Result<Parsed, Refusal> {
    Ok(Parsed::of(name_case::natural_case(&limited(text::line(raw), TEXT_MAX)?, part)))
}

/// In the shape of the record's country. A spreadsheet's text mark (`'02139`) goes, and what its float cost (`2139.0`) comes back.
fn postal_code(raw: &str, ctx: &ParseContext) -> Result<Parsed, Refusal> {
    let (code, was_number) = plain_code(raw)?;
    let code = if was_number { postcode::from_number(&code, ctx.default_country) } else { code };
    Ok(Parsed::of(text::line(&postcode::normal(&code, ctx.default_country))))
}

/// Codes that spreadsheets like to take for numbers.
fn code_text(raw: &str) -> Result<Parsed, Refusal> {
    Ok(Parsed::of(text::line(&plain_code(raw)?.0.to_uppercase())))
}

/// The code without a spreadsheet's marks, and whether it was a number there.
fn plain_code(raw: &str) -> Result<(String, bool), Refusal> {
    let code = limited(text::line(raw), TEXT_MAX)?;
    let code = code.trim_start_matches(['\'', ' ']);
    Ok(match code.strip_suffix(".0") {
        Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => (digits.to_owned(), true),
        _ => (code.to_owned(), false),
    })
}

fn limited(text: String, max: usize) -> Result<String, Refusal> {
    // Bytes are at least as many as characters, so most texts are not counted.
    if text.len() > max && text.chars().count() > max {
        let problem = format!("is {} characters long, more than the {max} that fit", text.chars().count());
        return Err(Refusal::new(codes::TEXT_TOO_LONG, problem, "Shorten it."));
    }
    Ok(text)
}

/// Several values between `;`, `,` or `|` (or on lines of their own), without repeats.
fn several(raw: &str) -> Result<Parsed, Refusal> {
    let mut items: Vec<String> = Vec::new();
    // In its stored form before it is cut: a character that becomes a separator must separate. Cleaning is for each item:
    // what looks like a spreadsheet's quotes around the whole may belong to two of them.
    for item in text::composed(raw).split([';', ',', '|', '\n']) {
        let item = text::line(item);
        if !item.is_empty() && !items.iter().any(|known| known.eq_ignore_ascii_case(&item)) {
            items.push(limited(item, VALUE_MAX)?);
        }
        at_most_values(items.len())?;
    }
    Ok(Parsed::of(FieldValue::List(items)))
}

fn at_most_values(count: usize) -> Result<(), Refusal> {
    if count <= VALUES_MAX {
        return Ok(());
    }
    let problem = format!("has more than {VALUES_MAX} values");
    Err(Refusal::new(codes::TOO_MANY_VALUES, problem, "Keep the ones that matter."))
}

fn date(read: Result<String, dates::DateError>) -> Result<Parsed, Refusal> {
    read.map(Parsed::of).map_err(|error| match error {
        dates::DateError::Ambiguous => {
            Refusal::why(codes::DATE_AMBIGUOUS, "is not a clear date", error, "Write it as 2026-03-01.")
        }
        _ => Refusal::why(codes::DATE_INVALID, "is not a date", error, "Write it as 2026-03-01."),
    })
}

fn country(raw: &str) -> Result<Parsed, Refusal> {
    match Country::parse(raw) {
        Some(country) => Ok(Parsed::of(country.code())),
        None => Err(Refusal::new(
            codes::COUNTRY_UNKNOWN,
            "is not a known country",
            "Write its English name or its two-letter code, as Germany or DE.",
        )),
    }
}

fn reference(raw: &str) -> Result<Parsed, Refusal> {
    match uuid::Uuid::try_parse(raw) {
        Ok(id) => Ok(Parsed::of(id.to_string())),
        Err(_) => Err(Refusal::new(
            codes::REFERENCE_INVALID,
            "is not the id of a record",
            "Choose the record from the list.",
        )),
    }
}

fn url(raw: &str) -> Result<Parsed, Refusal> {
    let refused = || {
        Refusal::new(
            codes::URL_INVALID,
            "is not an address on the web",
            "Write it as https://www.example.com/page.",
        )
    };
    let (scheme, rest) = raw.split_once("://").unwrap_or(("https", raw));
    let scheme = scheme.to_ascii_lowercase();
    let host_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(host_end);
    let clean_path =
        path.chars().all(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '<' | '>'));
    if !matches!(scheme.as_str(), "http" | "https")
        || !clean_path
        || host.contains('@')
        || raw.len() > URL_MAX
    {
        return Err(refused());
    }
    let (name, port) = host.split_once(':').map_or((host, ""), |(name, _)| (name, &host[name.len()..]));
    let number = port.strip_prefix(':').unwrap_or("0");
    if number.parse::<u16>().is_err() {
        return Err(refused());
    }
    let name = domain_name::canonical_host(name).map_err(|_| refused())?;
    Ok(Parsed::of(format!("{scheme}://{name}{port}{path}")))
}

/// What exports write where there is nothing. Only asked once a value was refused, so that a person called Null,
/// the country NA and a basis of consent "none" are safe.
fn is_placeholder(raw: &str) -> bool {
    const PLACEHOLDERS: &[&str] = &[
        "n/a",
        "na",
        "n.a.",
        "#n/a",
        "none",
        "null",
        "nil",
        "-",
        "--",
        "---",
        "?",
        ".",
        "(null)",
        "(blank)",
        "unknown",
        "not available",
        "not applicable",
        "[]",
        "{}",
        "nan",
        "undefined",
        "keine",
        "k.a.",
        "no",
    ];
    raw.len() <= 16 && PLACEHOLDERS.iter().any(|one| one.eq_ignore_ascii_case(raw))
}
