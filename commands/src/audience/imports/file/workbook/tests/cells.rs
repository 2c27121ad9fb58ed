use rust_xlsxwriter::{ExcelDateTime, Format, Formula};

use super::*;
use crate::audience::imports::file::rows::RowDefect;
use crate::audience::imports::file::workbook::cell::is_error;

#[test]
fn cells_are_read_by_their_type() {
    let day = |text: &str| Format::new().set_num_format(text);
    let content = workbook(|workbook| {
        let sheet = workbook.add_worksheet();
        sheet.write_row(0, 0, ["What", "Value", "Email"])?;
        let mut at = 0;
        let mut next = |name: &str, sheet: &mut rust_xlsxwriter::Worksheet| {
            at += 1;
            sheet.write(at, 0, name).map(|_| at)
        };
        let row = next("phone", sheet)?;
        sheet.write(row, 1, 14_155_550_142_i64)?;
        let row = next("long id", sheet)?;
        sheet.write(row, 1, 123_456_789_012_345_f64)?;
        let row = next("whole", sheet)?;
        sheet.write(row, 1, 7.0)?;
        let row = next("part", sheet)?;
        sheet.write(row, 1, 0.1 + 0.2)?;
        let row = next("small", sheet)?;
        sheet.write(row, 1, 0.000_001)?;
        let row = next("postcode", sheet)?;
        sheet.write_with_format(row, 1, 1234, &day("00000"))?;
        let row = next("phone format", sheet)?;
        sheet.write_with_format(row, 1, 5_550_142, &day("[<=9999999]###-####;(###) ###-####"))?;
        let row = next("date", sheet)?;
        sheet.write_with_format(row, 1, ExcelDateTime::from_ymd(2026, 3, 1)?, &day("d/m/yy"))?;
        let row = next("moment", sheet)?;
        let moment = ExcelDateTime::from_ymd(2026, 3, 1)?.and_hms(9, 30, 0)?;
        sheet.write_with_format(row, 1, moment, &day("yyyy-mm-dd hh:mm"))?;
        let row = next("time", sheet)?;
        sheet.write_with_format(row, 1, 0.5, &day("hh:mm"))?;
        let row = next("duration", sheet)?;
        sheet.write_with_format(row, 1, 1.5, &day("[h]:mm"))?;
        let row = next("yes", sheet)?;
        sheet.write(row, 1, true)?;
        let row = next("formula", sheet)?;
        sheet.write(row, 1, Formula::new("=1+1").set_result("2"))?;
        let row = next("text formula", sheet)?;
        sheet.write(row, 1, Formula::new("=A1").set_result("Ünïcode, \"quoted\""))?;
        let row = next("error", sheet)?;
        sheet.write(row, 1, Formula::new("=NA()").set_result("#N/A"))?;
        Ok(())
    });
    let rows = read_back(&content);
    let told: Vec<(&str, &str)> =
        rows.iter().map(|row| (row.cells[0].as_str(), row.cells[1].as_str())).collect();
    assert_eq!(
        told,
        [
            ("phone", "14155550142"),
            ("long id", "123456789012345"),
            ("whole", "7"),
            ("part", "0.3"),
            ("small", "0.000001"),
            ("postcode", "01234"),
            ("phone format", "5550142"),
            ("date", "2026-03-01"),
            ("moment", "2026-03-01T09:30:00"),
            ("time", "12:00:00"),
            ("duration", "36:00:00"),
            ("yes", "true"),
            ("formula", "2"),
            ("text formula", "Ünïcode, \"quoted\""),
            ("error", "#N/A"),
        ]
    );
    assert!(rows.iter().all(|row| row.defects.is_empty()), "an empty last cell is no missing one");
}

#[test]
fn a_formulas_error_is_one_however_it_came() {
    assert!(is_error("#N/A") && is_error(" #DIV/0! "));
    for text in ["N/A", "#hashtag", "#1", "see #N/A", ""] {
        assert!(!is_error(text), "{text}");
    }
}

#[test]
fn rows_keep_the_numbers_of_the_sheet() {
    let content = workbook(|workbook| {
        let sheet = workbook.add_worksheet();
        sheet.write(0, 0, "Leads of the autumn fair")?;
        sheet.write_row(3, 0, ["Email", "Notes", "City"])?;
        sheet.write_row(4, 0, ["ada@example.com", "two\nlines; and a semicolon", "Rome"])?;
        sheet.write_row(9, 0, ["bob@example.com", "", "Oslo"])?;
        // A note beside the table, and a line break in a row that cannot go in.
        sheet.write_row(10, 0, ["cid@example.com", "three\nmore\nlines", "Bonn", "a note"])?;
        sheet.write_row(499, 0, ["dan@example.com", &"x".repeat(32_767), "Graz"])?;
        Ok(())
    });
    let (converted, table) = converted(&content);
    assert_eq!((converted.detected.format.header_row, converted.detected.format.delimiter), (4, ','));
    assert_eq!(converted.detected.format.headers, ["Email", "Notes", "City"]);
    let rows = rows_of(table.as_bytes(), &converted.detected.format);
    let told: Vec<(u32, &str, &[RowDefect])> =
        rows.iter().map(|row| (row.row, row.cells[0].as_str(), row.defects.as_slice())).collect();
    assert_eq!(
        told,
        [
            (5, "ada@example.com", &[][..]),
            (10, "bob@example.com", &[]),
            (11, "cid@example.com", &[RowDefect::TooLong]),
            (500, "dan@example.com", &[]),
        ]
    );
    assert_eq!(rows[0].cells[1], "two\nlines; and a semicolon");
}

#[test]
fn the_first_sheet_with_rows_is_taken_or_the_one_that_is_named() {
    let content = workbook(|workbook| {
        workbook.add_worksheet().set_name("Empty")?;
        let hidden = workbook.add_worksheet().set_name("Hidden")?.set_hidden(true);
        hidden.write_column(0, 0, ["Email", "hidden@example.com"])?;
        let shown = workbook.add_worksheet().set_name("People")?;
        shown.write_column(0, 0, ["Email", "shown@example.com"])?;
        let more = workbook.add_worksheet().set_name("More")?;
        more.write_column(0, 0, ["Email", "more@example.com"])?;
        Ok(())
    });
    let (first, table) = converted(&content);
    assert_eq!(first.sheet.as_deref(), Some("People"));
    assert!(table.contains("shown@example.com"));
    let limits = Limits::default();
    let (_, table) = converted_within(&limits, &content, Some(" more ")).unwrap();
    assert!(table.contains("more@example.com"));
    let unknown = converted_within(&limits, &content, Some("Nobody")).unwrap_err();
    assert_eq!(unknown.code, "file_sheet_unknown");
    assert!(unknown.message.contains("\"People\", \"More\""), "{unknown}");
    let only = workbook(|workbook| {
        workbook.add_worksheet().write_column(0, 0, ["Email", "ada@example.com"]).map(|_| ())
    });
    assert_eq!(converted(&only).0.sheet, None, "there was nothing to choose");
}
