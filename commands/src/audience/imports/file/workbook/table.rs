//! Rows of a sheet as the comma-separated text that [`super::super::rows`] reads back: record 7 is row 7.

use bytes::Bytes;
use pivotal_domain::audience::imports::events::FileFormat;

use super::MOST_CELL_CHARACTERS;
use super::sheet::SheetRow;
use crate::audience::imports::file::{FileProblem, MOST_CELL_BYTES, MOST_COLUMNS, MOST_RECORD_BYTES};

const PIECE: usize = 64 * 1024;
/// Bytes a converted sheet may have.
const MOST_TABLE_BYTES: u64 = 2 * 1024 * 1024 * 1024;
/// Characters kept of each cell of a row that is rejected for its size.
const KEPT: usize = 200;

/// The rows as they stand, gaps included, to find header and columns in.
pub fn text_of(rows: &[SheetRow]) -> String {
    let (mut text, mut line) = (String::new(), 1);
    for row in rows {
        (line..row.number).for_each(|_| text.push('\n'));
        push_record(&mut text, row.cells.iter().map(String::as_str));
        line = row.number + 1;
    }
    text
}

pub struct Table<G> {
    give: G,
    text: String,
    /// Number of the next record.
    line: u32,
    width: usize,
    header_row: u32,
    given: u64,
}

impl<G: FnMut(Bytes) -> bool> Table<G> {
    pub fn new(format: &FileFormat, give: G) -> Self {
        // The mark says that it is UTF-8, whatever the cells hold.
        let (text, width) = ("\u{FEFF}".to_owned(), format.headers.len());
        Table { give, text, line: 1, width, header_row: format.header_row, given: 0 }
    }

    pub fn push(&mut self, mut row: SheetRow) -> Result<(), FileProblem> {
        while self.line < row.number {
            self.text.push('\n');
            self.line += 1;
            self.flush(PIECE)?;
        }
        if row.number > self.header_row {
            self.fit(&mut row);
        }
        push_record(&mut self.text, row.cells.iter().map(String::as_str));
        self.line += 1;
        self.flush(PIECE)
    }

    pub fn finish(mut self) -> Result<(), FileProblem> {
        self.flush(1)
    }

    /// An empty cell at the end of a row is not a missing one. A row that will be rejected must stay one record, or the
    /// rows below it would be counted wrong: so no line breaks in it, and no more text than a record may have.
    fn fit(&self, row: &mut SheetRow) {
        if row.cells.len() < self.width {
            row.cells.resize(self.width, String::new());
        }
        let is_long = |cell: &String| {
            cell.len() > MOST_CELL_CHARACTERS && cell.chars().nth(MOST_CELL_CHARACTERS).is_some()
        };
        let too_large = row.cells.iter().any(is_long) || row.size() > MOST_RECORD_BYTES / 3;
        let too_long = row.cells.len() > self.width;
        if too_large || too_long {
            row.cells.truncate(MOST_COLUMNS.max(self.width) + 1);
            for cell in &mut row.cells {
                *cell = cell.replace(['\n', '\r'], " ");
            }
        }
        if too_large {
            let longest = (0..row.cells.len()).max_by_key(|at| row.cells[*at].len()).unwrap_or(0);
            for cell in &mut row.cells {
                *cell = cell.chars().take(KEPT).collect();
            }
            // As the reader knows it from a CSV file: one cell that is too large.
            if let Some(cell) = row.cells.get_mut(longest) {
                cell.push_str(&"_".repeat(MOST_CELL_BYTES));
            }
        }
    }

    fn flush(&mut self, from: usize) -> Result<(), FileProblem> {
        if self.text.len() < from {
            return Ok(());
        }
        let piece = Bytes::from(std::mem::take(&mut self.text));
        self.given += piece.len() as u64;
        if self.given > MOST_TABLE_BYTES {
            return Err(FileProblem::new(
                "file_too_large",
                "The sheet holds more than 2 GB of text. Split it and import the parts.",
            ));
        }
        if (self.give)(piece) {
            return Ok(());
        }
        Err(FileProblem::unreadable(&std::io::Error::other("the store stopped taking it")))
    }
}

fn push_record<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (column, cell) in cells.enumerate() {
        if column > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push('\n');
}
