//! Numbers, money, company sizes and the codes of industries.

use std::ops::RangeInclusive;

use chrono::Datelike;

use super::error::Refusal;
use super::{ParseContext, Parsed};
use crate::audience::fields::codes;
use crate::audience::fields::value::FieldValue;
use crate::audience::industries::codes::Table;
use crate::audience::values::money::{Money, whole_number};
use crate::audience::values::size_range;

/// More people than any employer has.
const STAFF_MAX: i64 = 20_000_000;

pub(super) fn number(raw: &str) -> Result<Parsed, Refusal> {
    read_number(raw).map(|number| Parsed::of(FieldValue::Number(number)))
}

pub(super) fn money(raw: &str, ctx: &ParseContext) -> Result<Parsed, Refusal> {
    match Money::parse(raw, ctx.default_country) {
        Some(Money { amount, currency }) => Ok(Parsed::of(FieldValue::Money { amount, currency })),
        None => Err(Refusal::new(
            codes::MONEY_INVALID,
            "is not an amount of money",
            "Write it as 12000000 USD, $12M or 1.2 Mrd EUR.",
        )),
    }
}

/// A number also says the range; a range in this column says the range only.
pub(super) fn staff_count(raw: &str) -> Result<Parsed, Refusal> {
    let Ok(count) = read_number(raw) else {
        return match size_range::parse(raw) {
            Some(size) => Ok(Parsed::default().with("employees_size_range", size.range)),
            None => Err(not_a_number()),
        };
    };
    in_range(count, 0..=STAFF_MAX)?;
    let parsed = Parsed::of(FieldValue::Number(count));
    Ok(match size_range::of_count(count) {
        Some(range) => parsed.with("employees_size_range", range),
        None => parsed,
    })
}

/// A range, or a number that falls into one; the number itself is kept beside it.
pub(super) fn size_range(raw: &str) -> Result<Parsed, Refusal> {
    let Some(size) = size_range::parse(raw) else {
        let way_out = "Write a number or a range, as 51-200.";
        return Err(Refusal::new(codes::SIZE_INVALID, "is not a company size", way_out));
    };
    let parsed = Parsed::of(size.range);
    Ok(match size.count {
        Some(count) if count <= STAFF_MAX => parsed.with("staff_count", FieldValue::Number(count)),
        _ => parsed,
    })
}

pub(super) fn year_founded(raw: &str, ctx: &ParseContext) -> Result<Parsed, Refusal> {
    let year = read_number(raw)?;
    let last = ctx.today.map_or(2100, |today| i64::from(today.year()));
    in_range(year, 1000..=last)?;
    Ok(Parsed::of(FieldValue::Number(year)))
}

/// SIC (4 digits) and NAICS (2 to 6 digits), held against the official tables: a code that is in none of them means nothing to
/// anybody. Of one that is unknown the nearest is named. A cell with several codes counts with its first, which exports put first as
/// the primary one.
pub(super) fn industry_code(
    raw: &str,
    digits: RangeInclusive<usize>,
    (table, edition): (&Table, &str),
) -> Result<Parsed, Refusal> {
    let first = raw.trim_start_matches('\'').split([';', ',', '|', ' ']).next().unwrap_or("");
    let code = first.strip_suffix(".0").unwrap_or(first);
    let shaped = digits.contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit());
    if shaped && table.lookup(code).is_some() {
        return Ok(Parsed::of(code));
    }
    if shaped {
        let nearest =
            table.nearest(code).map(|near| format!("; the nearest is {} {}", near.code, near.title));
        return Err(Refusal::new(
            codes::INDUSTRY_CODE_UNKNOWN,
            format!("is not in {edition}{}", nearest.unwrap_or_default()),
            "Look it up in the official table, or leave it empty.",
        ));
    }
    let problem = match (digits.start(), digits.end()) {
        (low, high) if low == high => format!("is not a code of {low} digits"),
        (low, high) => format!("is not a code of {low} to {high} digits"),
    };
    Err(Refusal::new(
        codes::INDUSTRY_CODE_UNKNOWN,
        problem,
        "Look it up in the official table, or leave it empty.",
    ))
}

fn read_number(raw: &str) -> Result<i64, Refusal> {
    whole_number(raw).ok_or_else(not_a_number)
}

fn not_a_number() -> Refusal {
    Refusal::new(codes::NUMBER_INVALID, "is not a whole number", "Write digits only, as 1250.")
}

fn in_range(number: i64, range: RangeInclusive<i64>) -> Result<(), Refusal> {
    if range.contains(&number) {
        return Ok(());
    }
    let problem = format!("lies outside {} to {}", range.start(), range.end());
    Err(Refusal::new(codes::NUMBER_OUT_OF_RANGE, problem, "Correct it or leave it empty."))
}
