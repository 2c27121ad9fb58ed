//! The rows of a sheet, one at a time, in the order they stand in the file.

use std::io::{Read, Seek};

use calamine::{DataRef, XlsxCellReader, XlsxError};

use super::cell::{self, least_digits};
use super::{MOST_SHEET_ROWS, broken, not_read};
use crate::audience::imports::file::FileProblem;

/// Columns a sheet can have.
const MOST_SHEET_COLUMNS: u32 = 16_384;

/// A row with something in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// As the spreadsheet numbers it, from 1.
    pub number: u32,
    /// From column A to the last with something in it.
    pub cells: Vec<String>,
}

impl SheetRow {
    /// Bytes of its text.
    pub fn size(&self) -> usize {
        self.cells.iter().map(|cell| cell.len() + 1).sum()
    }
}

pub struct SheetRows<'a, R: Read + Seek> {
    cells: XlsxCellReader<'a, R>,
    /// By style: the digits its number format shows at least.
    digits: Vec<usize>,
    /// Read ahead: the first cell of the next row.
    waiting: Option<(u32, u32, String)>,
    last: u32,
    /// The reader must not be asked again: behind the rows it finds only a broken end.
    ended: bool,
}

impl<'a, R: Read + Seek> SheetRows<'a, R> {
    pub fn new(cells: XlsxCellReader<'a, R>) -> Self {
        let format = |style: &calamine::Style| {
            style.number_format.as_ref().map_or(0, |format| least_digits(&format.format_code))
        };
        let digits = cells.styles().iter().map(format).collect();
        SheetRows { cells, digits, waiting: None, last: 0, ended: false }
    }

    pub fn next(&mut self) -> Result<Option<SheetRow>, FileProblem> {
        let first = match self.waiting.take() {
            Some(cell) => cell,
            None => match self.cell()? {
                Some(cell) => cell,
                None => return Ok(None),
            },
        };
        let (number, ..) = first;
        if number <= self.last {
            return Err(broken(format!("row {number} stands below row {}", self.last)));
        }
        if number > MOST_SHEET_ROWS {
            return Err(broken(format!("there can be no row {number}")));
        }
        self.last = number;
        let mut row = SheetRow { number, cells: Vec::new() };
        let mut next = Some(first);
        while let Some((at, column, text)) = next {
            if at != number {
                self.waiting = Some((at, column, text));
                break;
            }
            if column >= MOST_SHEET_COLUMNS {
                return Err(broken(format!("there can be no column {}", column + 1)));
            }
            let column = column as usize;
            if row.cells.len() <= column {
                row.cells.resize(column + 1, String::new());
            }
            row.cells[column] = text;
            next = self.cell()?;
        }
        Ok(Some(row))
    }

    /// The next cell with something in it: row from 1, column from 0.
    fn cell(&mut self) -> Result<Option<(u32, u32, String)>, FileProblem> {
        while !self.ended {
            let (found, style) = match self.cells.next_cell_with_style_id() {
                Ok(None) => {
                    self.ended = true;
                    break;
                }
                Ok(Some(found)) => found,
                // An error newer than the library: its cell counts as empty.
                Err(XlsxError::CellError(_)) => continue,
                Err(error) => return Err(not_read(error)),
            };
            let value: &DataRef<'_> = found.get_value();
            let text = cell::text(value, self.digits.get(style).copied().unwrap_or(0));
            if !text.is_empty() {
                let (row, column) = found.get_position();
                return Ok(Some((row.saturating_add(1), column, text)));
            }
        }
        Ok(None)
    }
}
