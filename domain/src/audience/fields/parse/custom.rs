//! Values of custom fields, by their definition. They stand alone: a phone implies no other field.

use super::contact_points::phone_refusal;
use super::error::Refusal;
use super::{
    FieldError, ParseContext, Parsed, at_most_values, choice, date, is_placeholder, long_text, numbers, url,
};
use crate::audience::custom_fields::definition::{Definition, FieldOption, FieldType};
use crate::audience::fields::catalogue::Entity;
use crate::audience::fields::codes;
use crate::audience::fields::value::FieldValue;
use crate::audience::filter::decimal::Decimal;
use crate::audience::values::email::EmailAddress;
use crate::audience::values::money::Money;
use crate::audience::values::phone::Phone;
use crate::audience::values::{dates, text};

/// Parses `raw` as a value of a defined field. An option that was retired is refused; records that hold it keep it.
pub fn parse_defined(field: &Definition, raw: &str, ctx: &ParseContext) -> Result<Parsed, FieldError> {
    let trimmed = text::trim(raw);
    if trimmed.is_empty() {
        return Ok(Parsed::default());
    }
    match by_type(field, trimmed, ctx) {
        Ok(parsed) => Ok(parsed),
        Err(_) if is_placeholder(trimmed) => Ok(Parsed::default()),
        Err(refusal) => Err(match field.entity {
            Entity::Contact => refusal.of_key(&field.key, &field.label, trimmed),
            Entity::Account => {
                refusal.of_key(&field.key, &format!("{} of the account", field.label), trimmed)
            }
        }),
    }
}

fn by_type(field: &Definition, raw: &str, ctx: &ParseContext) -> Result<Parsed, Refusal> {
    if field.field_type != FieldType::Text && raw.contains('\0') {
        return Err(Refusal::new(codes::NUL_BYTE, "contains a NUL byte", "Delete it or retype the value."));
    }
    match field.field_type {
        FieldType::Text => long_text(raw),
        FieldType::Number => number(raw, ctx),
        FieldType::Money => numbers::money(raw, ctx),
        FieldType::Date => date(dates::date(raw, ctx.default_country).map(|date| date.to_string())),
        FieldType::DateTime => date(dates::date_time(raw, ctx.default_country)),
        FieldType::Bool => choice::boolean(raw),
        FieldType::Choice => option(field, raw).map(|option| Parsed::of(option.value.clone())),
        FieldType::Multi => several(field, raw),
        FieldType::Url => url(raw),
        FieldType::Email => email(raw),
        FieldType::Phone => phone(raw, ctx),
    }
}

/// A whole number is one in JSON; a number with a fraction is its text (`"12.5"`), which loses no digit on its way.
fn number(raw: &str, ctx: &ParseContext) -> Result<Parsed, Refusal> {
    let refused = || {
        Refusal::new(codes::NUMBER_INVALID, "is not a number", "Write it with digits only, as 1250 or 12.5.")
    };
    let raw = raw.trim_start_matches('\'');
    let negative = raw.strip_prefix(['-', '−']);
    let digits = negative.or(raw.strip_prefix('+')).unwrap_or(raw).trim();
    let leading = if digits.starts_with('.') { "0" } else { "" };
    let digits = format!("{leading}{digits}");
    let is_part = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',' | '\'' | '’');
    if !digits.starts_with(|c: char| c.is_ascii_digit()) || !digits.chars().all(is_part) {
        return Err(refused());
    }
    let parts: Vec<&str> = digits.split(|c: char| !c.is_ascii_digit()).collect();
    // Between two separators stand three digits: 1.250.000 is a number, 1.2.3.4 is a version or an address.
    if parts.len() > 2 && parts[1..parts.len() - 1].iter().any(|part| part.len() != 3) {
        return Err(refused());
    }
    let decimal_comma = ctx.default_country.is_some_and(|country| country.writes_decimal_comma());
    // Thousands and decimals of every country are read as amounts of money are.
    let amount = match Decimal::parse(&digits) {
        Some(_) if !decimal_comma => digits,
        _ => Money::parse(&digits, ctx.default_country).ok_or_else(refused)?.amount,
    };
    let plain = match amount.split_once('.') {
        Some((whole, fraction)) => match fraction.trim_end_matches('0') {
            "" => whole.to_owned(),
            fraction => format!("{whole}.{fraction}"),
        },
        None => amount,
    };
    let plain = match plain.trim_start_matches('0') {
        rest if rest.is_empty() || rest.starts_with('.') => format!("0{rest}"),
        rest => rest.to_owned(),
    };
    let signed = if negative.is_some() && plain != "0" { format!("-{plain}") } else { plain };
    match signed.parse::<i64>() {
        Ok(whole) => Ok(Parsed::of(FieldValue::Number(whole))),
        Err(_) if Decimal::parse(&signed).is_some() => Ok(Parsed::of(signed)),
        Err(_) => Err(Refusal::new(
            codes::NUMBER_OUT_OF_RANGE,
            "has more digits than are kept",
            "Keep at most 30 before the point and 10 behind it.",
        )),
    }
}

fn option<'a>(field: &'a Definition, raw: &str) -> Result<&'a FieldOption, Refusal> {
    match field.option(raw) {
        Some(option) if option.retired => Err(Refusal::new(
            codes::CHOICE_UNKNOWN,
            "is an option that was retired",
            "Choose another, or bring it back in the settings of custom fields.",
        )),
        Some(option) => Ok(option),
        None => {
            let labels: Vec<&str> = field.offered().map(|option| option.label.as_str()).collect();
            let problem = match labels.as_slice() {
                few if few.len() <= 12 => format!("is not one of {}", few.join(", ")),
                many => format!("is not one of the {} options, such as {}", many.len(), many[..3].join(", ")),
            };
            Err(Refusal::new(codes::CHOICE_UNKNOWN, problem, "Choose one of them."))
        }
    }
}

/// Options between `;`, `|` or on lines of their own; between commas where an option has none itself. Without repeats.
/// Of several, those that are no options are named while the others are taken.
fn several(field: &Definition, raw: &str) -> Result<Parsed, Refusal> {
    let mut values: Vec<String> = Vec::new();
    let mut warnings = Vec::new();
    let mut refused = None;
    let mut take = |part: &str| match option(field, part) {
        Ok(option) => {
            if !values.contains(&option.value) {
                values.push(option.value.clone());
            }
        }
        Err(refusal) => {
            // Another of the same says nothing new about the cell as a whole.
            refused.get_or_insert_with(|| part.to_owned());
            warnings.push(refusal.of_key(&field.key, &field.label, part));
        }
    };
    let parts = |text: &str, separators: &[char]| -> Vec<String> {
        text.split(separators)
            .map(|part| text::trim(part).to_owned())
            .filter(|part| !part.is_empty())
            .collect()
    };
    let outer = parts(raw, &[';', '|', '\n']);
    at_most_values(outer.len())?;
    for part in outer {
        match field.option(&part) {
            None if part.contains(',') => parts(&part, &[',']).iter().for_each(|part| take(part)),
            _ => take(&part),
        }
    }
    at_most_values(values.len())?;
    match (values.is_empty(), refused) {
        (true, Some(part)) => Err(option(field, &part).err().unwrap_or_else(|| {
            Refusal::new(codes::CHOICE_UNKNOWN, "is not one of the options", "Choose one of them.")
        })),
        _ => Ok(Parsed { warnings, ..Parsed::of(FieldValue::List(values)) }),
    }
}

fn email(raw: &str) -> Result<Parsed, Refusal> {
    match EmailAddress::parse(raw) {
        Ok(email) => Ok(Parsed::of(email.into_string())),
        Err(error) => Err(Refusal::why(
            codes::EMAIL_SYNTAX,
            "is not an email address",
            error,
            "Write it as name@example.com.",
        )),
    }
}

/// Kept in its E.164 form with the extension behind it.
fn phone(raw: &str, ctx: &ParseContext) -> Result<Parsed, Refusal> {
    match Phone::parse(raw.trim_start_matches('\''), ctx.default_country) {
        Ok(phone) => Ok(Parsed::of(match phone.extension() {
            Some(extension) => format!("{} x{extension}", phone.e164()),
            None => phone.e164().to_owned(),
        })),
        Err(error) => Err(phone_refusal(error)),
    }
}
