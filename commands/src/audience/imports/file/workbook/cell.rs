//! A cell's value as the text that an import reads.

use calamine::{DataRef, ExcelDateTime};
use chrono::{NaiveTime, Timelike};

/// Errors of formulas as spreadsheets show them. They stand for an empty cell: nobody wrote them.
const ERRORS: [&str; 16] = [
    "#N/A",
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#DATA!",
    "#GETTING_DATA",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
    "#UNKNOWN!",
    "#BUSY!",
];

/// Whether a cell holds nothing but a formula's error, in a workbook or in the CSV file that was made of one.
pub fn is_error(cell: &str) -> bool {
    let cell = cell.trim();
    cell.starts_with('#') && ERRORS.contains(&cell)
}

/// `digits` is the number of digits that the cell's format shows at least (`00000` for postcodes), or 0.
pub fn text(value: &DataRef<'_>, digits: usize) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => padded(number.to_string(), digits),
        DataRef::Float(number) => padded(self::number(*number), digits),
        DataRef::Bool(true) => "true".to_owned(),
        DataRef::Bool(false) => "false".to_owned(),
        DataRef::DateTime(moment) if moment.is_duration() => duration(moment.as_f64()),
        DataRef::DateTime(moment) => date_time(moment),
        // 2026-03-01T00:00:00 is a date that was written with a time.
        DataRef::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// As its digits, never as 1.5E+11. Spreadsheets calculate with 15 digits: what comes after them is noise, save in whole
/// numbers, where all that a double can hold exactly is kept.
fn number(number: f64) -> String {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if !number.is_finite() {
        return String::new();
    }
    if number == number.trunc() && number.abs() <= EXACT {
        // The zero of -0.
        return format!("{}", number + 0.0);
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{rounded}")
}

fn padded(number: String, digits: usize) -> String {
    if number.bytes().all(|byte| byte.is_ascii_digit()) { format!("{number:0>digits$}") } else { number }
}

fn date_time(moment: &ExcelDateTime) -> String {
    // Day 0 is no day: a time alone. Not so from 1904 on, where it is the first of January.
    let Some(at) = moment.as_datetime() else { return number(moment.as_f64()) };
    let at = rounded(at);
    if (0.0..1.0).contains(&moment.as_f64()) {
        return at.format("%H:%M:%S").to_string();
    }
    if at.time() == NaiveTime::MIN {
        at.format("%Y-%m-%d").to_string()
    } else {
        at.format("%Y-%m-%dT%H:%M:%S").to_string()
    }
}

/// To the second: 09:00 may be stored as 08:59:59.999.
fn rounded(at: chrono::NaiveDateTime) -> chrono::NaiveDateTime {
    let half = chrono::Duration::milliseconds(500);
    let up = at.checked_add_signed(half).unwrap_or(at);
    up.with_nanosecond(0).unwrap_or(up)
}

fn duration(days: f64) -> String {
    let seconds = (days * 86_400.0).round() as i64;
    let (sign, seconds) = (if seconds < 0 { "-" } else { "" }, seconds.unsigned_abs());
    format!("{sign}{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// The digits that a number format shows at least: 5 of `00000`; 0 of any format that is not zeros alone.
pub fn least_digits(format: &str) -> usize {
    let zeros = format.len() > 1 && format.len() <= 20 && format.bytes().all(|byte| byte == b'0');
    if zeros { format.len() } else { 0 }
}
