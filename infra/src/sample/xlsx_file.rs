//! A sample as an Excel workbook. Rows leave memory as they are written.
//!
//! As vendors store them, head counts, years and codes are numbers, dates are dates, and telephone numbers of North America are numbers that lost
//! their plus and their brackets. Numbers of other countries stay texts: without its plus or its leading zero such a
//! number can be read in two ways, and the truth must not hang on how.

use std::path::Path;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

use super::outcome::{SampleRow, Shape};
use super::vendors::Vendor;

pub struct XlsxFile {
    workbook: Workbook,
    vendor: Vendor,
    date: Format,
    next: u32,
}

/// What a cell is stored as.
enum Stored<'a> {
    Text(&'a str),
    Number(f64),
    Date(NaiveDate),
}

impl XlsxFile {
    pub fn begin(vendor: Vendor) -> anyhow::Result<XlsxFile> {
        let mut workbook = Workbook::new();
        // The same options give the same bytes.
        let made = ExcelDateTime::from_ymd(2026, 1, 1)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        sheet.set_name("Contacts")?;
        let bold = Format::new().set_bold();
        for (column, (_, heading)) in (0..).zip(vendor.columns()) {
            sheet.write_string_with_format(0, column, *heading, &bold)?;
        }
        let date = Format::new().set_num_format(vendor.sheet_date());
        Ok(XlsxFile { workbook, vendor, date, next: 1 })
    }

    pub fn row(&mut self, row: &SampleRow) -> anyhow::Result<()> {
        let sheet = self.workbook.worksheet_from_index(0)?;
        let columns = self.vendor.columns();
        for (column, (key, _)) in (0..).zip(columns) {
            let Some(cell) = row.cells.get(key).filter(|cell| !cell.is_empty()) else { continue };
            match stored(key, cell) {
                Stored::Text(text) => sheet.write_string(self.next, column, text)?,
                Stored::Number(number) => sheet.write_number(self.next, column, number)?,
                Stored::Date(date) => {
                    let (month, day) = (date.month() as u8, date.day() as u8);
                    let date = ExcelDateTime::from_ymd(date.year() as u16, month, day)?;
                    sheet.write_datetime_with_format(self.next, column, &date, &self.date)?
                }
            };
        }
        if row.shape == Shape::Long {
            let beyond = columns.len() as u16;
            sheet.write_string(self.next, beyond, "one")?;
            sheet.write_string(self.next, beyond + 1, "too many")?;
        }
        self.next += 1;
        Ok(())
    }

    pub fn end(mut self, path: &Path) -> anyhow::Result<()> {
        Ok(self.workbook.save(path)?)
    }
}

fn stored<'a>(key: &str, cell: &'a str) -> Stored<'a> {
    let found = match key {
        "account.staff_count"
        | "account.employees_size_range"
        | "account.year_founded"
        | "account.sic_code"
        | "account.naics_code"
        | "revenue_thousands"
        | "accuracy" => whole_number(cell).map(Stored::Number),
        "contact.direct_phone" | "contact.mobile_phone" | "account.main_phone" => {
            north_american(cell).map(Stored::Number)
        }
        "contact.consent_at" | "notice" => date(cell).map(Stored::Date),
        _ => None,
    };
    found.unwrap_or(Stored::Text(cell))
}

fn whole_number(cell: &str) -> Option<f64> {
    let whole = !cell.starts_with('0') && cell.bytes().all(|byte| byte.is_ascii_digit());
    if whole { cell.parse().ok() } else { None }
}

/// `(202) 555-0100` and `+1 202 555 0100`, without an extension.
fn north_american(cell: &str) -> Option<f64> {
    let written = cell.starts_with("+1") || cell.starts_with('(');
    let plain = cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | ' '));
    let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
    let national = digits.strip_prefix('1').unwrap_or(&digits);
    let whole = national.len() == 10 && !national.starts_with(['0', '1']);
    if written && plain && whole { digits.parse().ok() } else { None }
}

/// What somebody typed as words stays as typed.
fn date(cell: &str) -> Option<NaiveDate> {
    let parse = |format| NaiveDate::parse_from_str(cell, format).ok();
    parse("%Y-%m-%d").or_else(|| parse("%d.%m.%Y"))
}
