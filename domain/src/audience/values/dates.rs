//! Dates and times as exports and people write them.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, Utc};

use super::country::Country;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    #[error("it is not a date")]
    NotADate,
    #[error("it can be read with the day or with the month first")]
    Ambiguous,
    #[error("its year lies outside 1900 to 2100")]
    Year,
}

/// `2026-03-01`, from ISO 8601, `01.03.2026`, `3/31/2026`, `1 March 2026`, `Mar 1, 2026`. The default country says
/// which of day and month comes first; without one, a date that can be read both ways is refused.
pub fn date(raw: &str, country: Option<Country>) -> Result<NaiveDate, DateError> {
    let text = raw.trim();
    let parts: Vec<&str> = text.split(['-', '.', '/', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let &[first, second, third] = parts.as_slice() else { return Err(DateError::NotADate) };
    let (year, month, day) = if let Some(month) = month_by_name(second) {
        (year(third)?, month, number(ordinal(first))?)
    } else if let Some(month) = month_by_name(first) {
        (year(third)?, month, number(ordinal(second))?)
    } else if first.len() == 4 {
        (year(first)?, number(second)?, number(third)?)
    } else {
        let (month, day) = month_and_day(number(first)?, number(second)?, text, country)?;
        (year(third)?, month, day)
    };
    if !(1900..=2100).contains(&year) {
        return Err(DateError::Year);
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::NotADate)
}

/// RFC 3339 in UTC with whole seconds. A time without a zone is taken as UTC, a date alone as its midnight.
pub fn date_time(raw: &str, country: Option<Country>) -> Result<String, DateError> {
    let text = raw.trim();
    let instant = match DateTime::parse_from_rfc3339(text) {
        Ok(instant) => instant.with_timezone(&Utc),
        Err(_) => without_zone(text, country)?.and_utc(),
    };
    if !(1900..=2100).contains(&instant.year()) {
        return Err(DateError::Year);
    }
    Ok(instant.to_rfc3339_opts(SecondsFormat::Secs, true))
}

fn without_zone(text: &str, country: Option<Country>) -> Result<NaiveDateTime, DateError> {
    let text = text.strip_suffix(" UTC").or(text.strip_suffix('Z')).unwrap_or(text);
    // The time is the last word or two (`14:05`, `2:05 PM`), or what follows the T of ISO 8601.
    let Some(colon) = text.find(':') else { return Ok(date(text, country)?.and_time(NaiveTime::MIN)) };
    let before = &text[..colon];
    let split = before.rfind([' ', 'T']).ok_or(DateError::NotADate)?;
    let time = text[split + 1..].trim();
    Ok(date(text[..split].trim_end_matches([',', ' ']), country)?.and_time(clock_time(time)?))
}

fn clock_time(raw: &str) -> Result<NaiveTime, DateError> {
    const SHAPES: [&str; 7] =
        ["%H:%M:%S", "%H:%M", "%H:%M:%S%.f", "%I:%M %p", "%I:%M:%S %p", "%I:%M%p", "%I:%M:%S%p"];
    let found = SHAPES.iter().find_map(|shape| NaiveTime::parse_from_str(raw, shape).ok());
    found.ok_or(DateError::NotADate)
}

fn month_and_day(
    first: u32,
    second: u32,
    text: &str,
    country: Option<Country>,
) -> Result<(u32, u32), DateError> {
    let month_first = country.map(|country| country.writes_month_first());
    match (first > 12, second > 12) {
        (true, true) => Err(DateError::NotADate),
        (true, false) => Ok((second, first)),
        (false, true) => Ok((first, second)),
        (false, false) if first == second => Ok((first, second)),
        // Only people who write the day first write dates with points.
        (false, false) if text.contains('.') => Ok((second, first)),
        (false, false) => match month_first {
            Some(true) => Ok((first, second)),
            Some(false) => Ok((second, first)),
            None => Err(DateError::Ambiguous),
        },
    }
}

fn number(text: &str) -> Result<u32, DateError> {
    let fits = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if fits { text.parse().map_err(|_| DateError::NotADate) } else { Err(DateError::NotADate) }
}

/// Two digits mean this century up to 69 and the last one from 70, as POSIX has it.
fn year(text: &str) -> Result<i32, DateError> {
    let year = number(text)? as i32;
    match text.len() {
        2 if year < 70 => Ok(2000 + year),
        2 => Ok(1900 + year),
        4 => Ok(year),
        _ => Err(DateError::NotADate),
    }
}

fn ordinal(text: &str) -> &str {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text)
}

fn month_by_name(text: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    const GERMAN: [&str; 12] = [
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ];
    let lower = text.to_lowercase();
    if lower.chars().count() < 3 {
        return None;
    }
    let position = |names: [&str; 12]| {
        names.iter().position(|name| *name == lower || (lower.len() == 3 && name.starts_with(&lower)))
    };
    let found = position(NAMES).or_else(|| position(GERMAN)).or_else(|| (lower == "sept").then_some(8));
    found.map(|index| index as u32 + 1)
}
