//! The rows of a file as a stream: decoded, split, numbered as a spreadsheet numbers them, each with its defects.
//!
//! Rules for what is broken:
//! - too few cells: the missing ones are empty; a warning;
//! - too many: empty ones at the end are dropped; otherwise nobody knows which belongs where, and the row is rejected;
//! - quotes that do not close, or that join lines into a record of the wrong width: the first of these lines is rejected
//!   and reading goes on at the next line, so that one quote costs one row;
//! - a cell over [`MOST_CELL_BYTES`]: the row is rejected, its cells are not kept;
//! - NUL bytes: dropped, a warning.

use futures::stream::{self, Stream};
use futures::StreamExt;
use pivotal_domain::audience::imports::events::FileFormat;

use super::decode::TextDecoder;
use super::record::{Record, read_line, read_record};
use super::{FileProblem, MOST_CELL_BYTES, MOST_RECORD_BYTES, MOST_ROWS};
use crate::ports::blob_store::BlobStream;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowDefect {
    TooShort,
    TooLong,
    BrokenQuote,
    CellTooLarge,
    NulByte,
    Undecodable,
}

impl RowDefect {
    pub fn code(self) -> &'static str {
        match self {
            RowDefect::TooShort => "row_too_short",
            RowDefect::TooLong => "row_too_long",
            RowDefect::BrokenQuote => "broken_quote",
            RowDefect::CellTooLarge => "cell_too_large",
            RowDefect::NulByte => "nul_byte",
            RowDefect::Undecodable => "undecodable_character",
        }
    }

    /// Whether the row cannot go in; the others are warnings.
    pub fn rejects(self) -> bool {
        match self {
            RowDefect::TooLong | RowDefect::BrokenQuote | RowDefect::CellTooLarge => true,
            RowDefect::TooShort | RowDefect::NulByte | RowDefect::Undecodable => false,
        }
    }
}

/// One row that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawRow {
    /// As a spreadsheet numbers it: the first record of the file is row 1, blank ones count.
    pub row: u32,
    /// As many as the file has columns.
    pub cells: Vec<String>,
    pub defects: Vec<RowDefect>,
}

/// The rows below the header.
pub fn read_rows(body: BlobStream, format: &FileFormat) -> impl Stream<Item = Result<RawRow, FileProblem>> + use<> {
    let reader = Reader {
        body,
        decoder: TextDecoder::new(&format.encoding),
        delimiter: format.delimiter as u8,
        width: format.headers.len(),
        header_row: format.header_row,
        text: String::new(),
        at: 0,
        ended: false,
        row: 0,
        skipping: false,
    };
    stream::unfold(Some(reader), |reader| async move {
        let mut reader = reader?;
        match reader.next().await {
            Ok(Some(row)) => Some((Ok(row), Some(reader))),
            Ok(None) => None,
            Err(problem) => Some((Err(problem), None)),
        }
    })
}

struct Reader {
    body: BlobStream,
    decoder: TextDecoder,
    delimiter: u8,
    width: usize,
    header_row: u32,
    /// Decoded and not yet given out from `at` on.
    text: String,
    at: usize,
    ended: bool,
    row: u32,
    /// Inside a line that is too long to be held.
    skipping: bool,
}

impl Reader {
    async fn next(&mut self) -> Result<Option<RawRow>, FileProblem> {
        loop {
            if self.skipping && !self.skip_line().await? {
                return Ok(None);
            }
            let rest = &self.text[self.at..];
            if rest.is_empty() && self.ended {
                return Ok(None);
            }
            let Some(record) = read_record(rest, self.delimiter, self.ended) else {
                if rest.len() > MOST_RECORD_BYTES {
                    return Ok(Some(self.give_up_on_line()));
                }
                self.more().await?;
                continue;
            };
            // Lines joined by quotes into something of another width were never one row.
            let joined_wrongly = (record.lines > 1 || record.open_quote) && self.row >= self.header_row && record.cells.len() != self.width;
            let (record, broken) = if joined_wrongly || record.open_quote { (read_line(rest, self.delimiter), true) } else { (record, false) };
            self.at += record.consumed;
            self.row += 1;
            if self.row > MOST_ROWS {
                return Err(FileProblem::new("file_too_many_rows", format!("The file has more than {MOST_ROWS} rows. Split it and import the parts.")));
            }
            if self.row <= self.header_row || (!broken && record.cells.iter().all(|cell| cell.trim().is_empty())) {
                continue;
            }
            return Ok(Some(self.finish(record, broken)));
        }
    }

    fn finish(&self, record: Record, broken: bool) -> RawRow {
        let (mut cells, mut defects) = (record.cells, Vec::new());
        if broken {
            defects.push(RowDefect::BrokenQuote);
        }
        if cells.iter().any(|cell| cell.len() > MOST_CELL_BYTES) {
            cells.clear();
            defects.push(RowDefect::CellTooLarge);
        }
        while cells.len() > self.width && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
            cells.pop();
        }
        if cells.len() > self.width && !broken {
            defects.push(RowDefect::TooLong);
        } else if cells.len() < self.width && defects.is_empty() {
            defects.push(RowDefect::TooShort);
        }
        cells.resize(self.width, String::new());
        if cells.iter().any(|cell| cell.contains('\0')) {
            defects.push(RowDefect::NulByte);
            for cell in &mut cells {
                cell.retain(|character| character != '\0');
            }
        }
        if cells.iter().any(|cell| cell.contains('\u{FFFD}')) {
            defects.push(RowDefect::Undecodable);
        }
        RawRow { row: self.row, cells, defects }
    }

    /// A record that has no end within bounds: an open quote, or one endless line.
    fn give_up_on_line(&mut self) -> RawRow {
        let rest = &self.text[self.at..];
        self.row += 1;
        let defect = match rest.find('\n') {
            Some(end) if end < MOST_RECORD_BYTES => {
                self.at += end + 1;
                RowDefect::BrokenQuote
            }
            _ => {
                self.skipping = true;
                RowDefect::CellTooLarge
            }
        };
        RawRow { row: self.row, cells: vec![String::new(); self.width], defects: vec![defect] }
    }

    /// Passes over the rest of a line in bounded memory. False when the file ends with it.
    async fn skip_line(&mut self) -> Result<bool, FileProblem> {
        loop {
            if let Some(end) = self.text[self.at..].find('\n') {
                self.at += end + 1;
                self.skipping = false;
                return Ok(true);
            }
            self.text.clear();
            self.at = 0;
            if self.ended {
                return Ok(false);
            }
            self.more().await?;
        }
    }

    async fn more(&mut self) -> Result<(), FileProblem> {
        if self.at > 0 {
            self.text.drain(..self.at);
            self.at = 0;
        }
        match self.body.next().await {
            Some(Ok(piece)) => self.decoder.decode(&piece, false, &mut self.text),
            Some(Err(error)) => return Err(FileProblem::new("file_unreadable", format!("The stored file cannot be read: {error}. The import goes on by itself when it can be."))),
            None => {
                self.decoder.decode(&[], true, &mut self.text);
                self.ended = true;
            }
        }
        Ok(())
    }
}
