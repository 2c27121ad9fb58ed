//! Workbooks for tests: a CSV file as a spreadsheet would hold it, and files that only look like one.

use std::io::Write;

use bytes::Bytes;
use futures::{StreamExt, stream};
use pivotal_commands::audience::imports::file::detect::detect;
use pivotal_commands::audience::imports::file::rows::{RowDefect, read_rows};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

/// Each row where the file has it. What is all digits becomes a number and what is a date a date, as a spreadsheet does
/// it by itself. Rows that no sheet can have are left blank.
pub fn of_csv(file: &[u8]) -> Vec<u8> {
    let format = detect(&file[..file.len().min(256 * 1024)], file.len() <= 256 * 1024).unwrap().format;
    let body = stream::iter([Ok(Bytes::copy_from_slice(file))]).boxed();
    let rows: Vec<_> = futures::executor::block_on(read_rows(body, &format).collect());
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, header) in (0..).zip(&format.headers) {
        sheet.write(0, column, header).unwrap();
    }
    for row in rows.into_iter().map(Result::unwrap) {
        if row.defects.contains(&RowDefect::BrokenQuote) {
            continue;
        }
        for (column, cell) in (0..).zip(&row.cells) {
            write(sheet, row.row - 1, column, cell);
        }
        if row.defects.contains(&RowDefect::TooLong) {
            sheet.write(row.row - 1, row.cells.len() as u16, "one").unwrap();
            sheet.write(row.row - 1, row.cells.len() as u16 + 1, "too many").unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &str) {
    let is_number =
        cell.len() <= 15 && !cell.starts_with('0') && cell.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(number) = is_number.then(|| cell.parse::<f64>().ok()).flatten() {
        sheet.write(row, column, number).unwrap();
    } else if cell.len() == 10
        && let Ok(date) = ExcelDateTime::parse_from_str(cell)
    {
        sheet.write_with_format(row, column, date, &Format::new().set_num_format("d mmm yyyy")).unwrap();
    } else {
        sheet.write(row, column, cell).unwrap();
    }
}

/// One sheet of these rows.
pub fn of_rows(rows: &[&[&str]]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (at, row) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*row) {
            write(sheet, at, column, cell);
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// A container of a few kilobytes that unpacks to many megabytes.
pub fn bomb() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for part in ["xl/workbook.xml", "xl/worksheets/sheet1.xml"] {
        zip.start_file(part, options).unwrap();
        zip.write_all(&vec![b' '; 20 * 1024 * 1024]).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
