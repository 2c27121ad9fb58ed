//! Workbooks as programs write them, and as nobody should.

mod broken;
mod cells;

use std::io::{Seek, Write};

use bytes::Bytes;
use rust_xlsxwriter::{Workbook, XlsxError};

use super::container::Limits;
use super::{Converted, convert_within};
use crate::audience::imports::file::FileProblem;
use crate::audience::imports::file::rows::RawRow;
use crate::audience::imports::file::tests::rows_of;

/// Converted, and the table as the store would have it.
fn converted_within(
    limits: &Limits,
    content: &[u8],
    sheet: Option<&str>,
) -> Result<(Converted, String), FileProblem> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(content).unwrap();
    file.rewind().unwrap();
    let mut table = Vec::new();
    let converted = convert_within(limits, file, sheet, |piece: Bytes| {
        table.extend_from_slice(&piece);
        true
    })?;
    Ok((converted, String::from_utf8(table).unwrap()))
}

fn converted(content: &[u8]) -> (Converted, String) {
    converted_within(&Limits::default(), content, None).unwrap()
}

fn refusal(content: &[u8]) -> &'static str {
    converted_within(&Limits::default(), content, None).unwrap_err().code
}

/// Rows as the import reads them back.
fn read_back(content: &[u8]) -> Vec<RawRow> {
    let (converted, table) = converted(content);
    rows_of(table.as_bytes(), &converted.detected.format)
}

fn workbook(fill: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(&mut workbook).unwrap();
    workbook.save_to_buffer().unwrap()
}
