//! An Excel workbook with one sheet. Texts are written as texts, so none can become a formula; numbers and yes/no keep their
//! type; moments and amounts of money stay as they are imported.

use std::fs::File;
use std::io::{BufWriter, Seek, SeekFrom, Write};

use pivotal_domain::audience::exports::columns::Column;
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use serde_json::Value;

use super::{WriteError, cell};
use crate::ports::record_lists::Rows;

/// Rows of a sheet beside the headings (Excel specifications and limits: 1,048,576 rows).
pub const ROWS_MAX: u64 = 1_048_575;
/// Characters of a cell, as Excel counts them: units of UTF-16.
const CELL_MAX: usize = 32_767;
/// Larger whole numbers lose digits in a spreadsheet.
const EXACT: i64 = 1 << 53;

pub struct Xlsx {
    workbook: Workbook,
    next: u32,
    cut: u64,
}

impl Xlsx {
    pub fn new(name: &str, columns: Vec<Column>) -> Result<Self, WriteError> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet_with_constant_memory().map_err(WriteError::of)?;
        sheet.set_name(name).map_err(WriteError::of)?;
        sheet.set_freeze_panes(1, 0).map_err(WriteError::of)?;
        let bold = Format::new().set_bold();
        for (at, column) in (0..).zip(&columns) {
            sheet.write_string_with_format(0, at, &column.heading, &bold).map_err(WriteError::of)?;
        }
        Ok(Xlsx { workbook, next: 1, cut: 0 })
    }

    pub fn rows(&mut self, rows: &Rows) -> Result<(), WriteError> {
        let sheet = self.workbook.worksheet_from_index(0).map_err(WriteError::of)?;
        for row in rows {
            for (at, value) in (0..).zip(row) {
                self.cut += u64::from(write(sheet, self.next, at, value)?);
            }
            self.next += 1;
        }
        Ok(())
    }

    /// The file, and how many cells were cut.
    pub fn end(mut self) -> Result<(File, u64), WriteError> {
        let file = tempfile::tempfile().map_err(WriteError::of)?;
        let mut out = BufWriter::new(file);
        self.workbook.save_to_writer(&mut out).map_err(WriteError::of)?;
        out.flush().map_err(WriteError::of)?;
        let mut file = out.into_inner().map_err(|error| WriteError::of(error.into_error()))?;
        file.seek(SeekFrom::Start(0)).map_err(WriteError::of)?;
        Ok((file, self.cut))
    }
}

/// Answers whether the text had to be cut.
fn write(sheet: &mut Worksheet, row: u32, column: u16, value: &Value) -> Result<bool, WriteError> {
    match value {
        Value::Null => return Ok(false),
        Value::Bool(flag) => sheet.write_boolean(row, column, *flag).map_err(WriteError::of)?,
        Value::Number(number) if number.as_i64().is_some_and(|number| number.abs() <= EXACT) => {
            sheet.write_number(row, column, number.as_f64().unwrap_or_default()).map_err(WriteError::of)?
        }
        Value::Number(_) | Value::String(_) | Value::Array(_) | Value::Object(_) => {
            let text = cell::text(value);
            let fitting = fitting(&text);
            let cut = fitting.len() < text.len();
            sheet.write_string(row, column, fitting).map_err(WriteError::of)?;
            return Ok(cut);
        }
    };
    Ok(false)
}

fn fitting(text: &str) -> &str {
    // Bytes are at least as many as units of UTF-16.
    if text.len() <= CELL_MAX {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > CELL_MAX
    });
    end.map_or(text, |(at, _)| &text[..at])
}
