//! The rows of a file as a stream: decoded, split, numbered as a spreadsheet numbers them, each with its defects.
//!
//! Rules for what is broken:
//! - too few cells: the missing ones are empty; a warning. Whether the row still has a key is decided later;
//! - too many: empty ones at the end are dropped; otherwise nobody knows which belongs where, and the row is rejected;
//! - quotes that do not close, or that join lines into a record of the wrong width: the first of these lines is rejected
//!   and reading goes on at the next line, so that one quote costs one row (see [`super::record`]);
//! - quotes inside a quoted cell that should be doubled: taken as they stand if the row then has the right width, with
//!   a warning; otherwise rejected;
//! - a cell over [`MOST_CELL_BYTES`], or a line over [`MOST_RECORD_BYTES`]: the row is rejected;
//! - NUL bytes: dropped, a warning;
//! - bytes that are no text in the file's encoding: read as well as can be, a warning;
//! - blank rows: passed over and not counted, but they have a number.

use bytes::{Buf, Bytes};
use futures::StreamExt;
use futures::stream::{self, Stream};
use pivotal_domain::audience::imports::events::FileFormat;

use super::decode::TextDecoder;
use super::record::{Line, Scan, Span, StrayQuote, line_at, scan, split_line};
use super::{FileProblem, MOST_CELL_BYTES, MOST_RECORD_BYTES, MOST_ROWS};
use crate::ports::blob_store::BlobStream;

/// Bytes decoded at once, whatever the size of the pieces that the store gives.
const PIECE: usize = 64 * 1024;
/// Characters kept of a cell that is too large, so that a person finds the row.
const KEPT_OF_TOO_LARGE: usize = 200;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowDefect {
    TooShort,
    TooLong,
    BrokenQuote,
    StrayQuote,
    CellTooLarge,
    NulByte,
    Undecodable,
}

impl RowDefect {
    pub const ALL: [RowDefect; 7] = [
        RowDefect::TooShort,
        RowDefect::TooLong,
        RowDefect::BrokenQuote,
        RowDefect::StrayQuote,
        RowDefect::CellTooLarge,
        RowDefect::NulByte,
        RowDefect::Undecodable,
    ];

    pub fn code(self) -> &'static str {
        match self {
            RowDefect::TooShort => "row_too_short",
            RowDefect::TooLong => "row_too_long",
            RowDefect::BrokenQuote => "broken_quote",
            RowDefect::StrayQuote => "stray_quote",
            RowDefect::CellTooLarge => "cell_too_large",
            RowDefect::NulByte => "nul_byte",
            RowDefect::Undecodable => "undecodable_character",
        }
    }

    /// Whether the row cannot go in; the others are warnings.
    pub fn rejects(self) -> bool {
        match self {
            RowDefect::TooLong | RowDefect::BrokenQuote | RowDefect::CellTooLarge => true,
            RowDefect::TooShort | RowDefect::StrayQuote | RowDefect::NulByte | RowDefect::Undecodable => {
                false
            }
        }
    }
}

/// One row that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawRow {
    /// As a spreadsheet numbers it: the first record of the file is row 1, blank ones count.
    pub row: u32,
    /// As many as the file has columns. Of a row with too many, the last one holds all that is left.
    pub cells: Vec<String>,
    pub defects: Vec<RowDefect>,
    /// Of its text in the file, line end included, in UTF-8.
    pub length: usize,
}

/// The rows below the header.
pub fn read_rows(
    body: BlobStream,
    format: &FileFormat,
) -> impl Stream<Item = Result<RawRow, FileProblem>> + Send + use<> {
    read_rows_where(body, format, |_| true)
}

/// Only the rows with a number for which `wanted` is true, asked in rising order. The others are passed over without
/// an allocation: for going on in the middle of a file, or picking a few rows out of it.
pub fn read_rows_where<W>(
    body: BlobStream,
    format: &FileFormat,
    wanted: W,
) -> impl Stream<Item = Result<RawRow, FileProblem>> + Send + use<W>
where
    W: FnMut(u32) -> bool + Send + 'static,
{
    stream::unfold(Some(Reader::new(body, format, MOST_RECORD_BYTES, wanted)), |reader| async move {
        let mut reader = reader?;
        match reader.next().await {
            Ok(Some(row)) => Some((Ok(row), Some(reader))),
            Ok(None) => None,
            Err(problem) => Some((Err(problem), None)),
        }
    })
}

pub(super) struct Reader<W> {
    body: BlobStream,
    /// Given by the store and not decoded yet.
    piece: Bytes,
    decoder: TextDecoder,
    delimiter: u8,
    width: usize,
    header_row: u32,
    longest_record: usize,
    wanted: W,
    /// Decoded and not yet given out from `at` on.
    text: String,
    at: usize,
    /// Where in `text` stands what could not be decoded.
    damaged: Vec<usize>,
    ended: bool,
    row: u32,
    /// Inside a line that is too long to be held.
    passing_over: bool,
    spans: Vec<Span>,
}

impl<W: FnMut(u32) -> bool> Reader<W> {
    pub(super) fn new(body: BlobStream, format: &FileFormat, longest_record: usize, wanted: W) -> Self {
        Reader {
            body,
            piece: Bytes::new(),
            decoder: TextDecoder::new(&format.encoding),
            delimiter: u8::try_from(format.delimiter).unwrap_or(b','),
            width: format.headers.len().max(1),
            header_row: format.header_row,
            longest_record,
            wanted,
            text: String::new(),
            at: 0,
            damaged: Vec::new(),
            ended: false,
            row: 0,
            passing_over: false,
            spans: Vec::new(),
        }
    }

    pub(super) async fn next(&mut self) -> Result<Option<RawRow>, FileProblem> {
        loop {
            if self.passing_over {
                self.pass_over_line().await?;
            }
            let rest = &self.text.as_bytes()[self.at..];
            if rest.is_empty() && self.ended {
                return Ok(None);
            }
            // What is decided must not depend on how much happens to be here, so never on more than this.
            let window = &rest[..rest.len().min(self.longest_record)];
            let last = self.ended && window.len() == rest.len();
            match scan(window, self.delimiter, last, StrayQuote::StaysInside, &mut self.spans) {
                Scan::Unfinished if rest.len() <= self.longest_record => self.more().await?,
                Scan::Unfinished => match line_at(window, 0, false) {
                    Some(line) => {
                        if let Some(row) = self.take_broken_line(line)? {
                            return Ok(Some(row));
                        }
                    }
                    None => {
                        self.passing_over = true;
                        if let Some(row) = self.take_endless_line()? {
                            return Ok(Some(row));
                        }
                    }
                },
                Scan::Broken(line) => {
                    if let Some(row) = self.take_broken_line(line)? {
                        return Ok(Some(row));
                    }
                }
                Scan::Record { line, first_line, stray_quote } => {
                    let fits = self.fits();
                    // The header itself may be of any width.
                    let is_row = self.row >= self.header_row;
                    let taken = match first_line {
                        Some(first) if is_row && !fits => self.take_broken_line(first)?,
                        None if is_row && stray_quote && !fits => self.take_broken_line(line)?,
                        _ => self.take(line, stray_quote.then_some(RowDefect::StrayQuote))?,
                    };
                    if taken.is_some() {
                        return Ok(taken);
                    }
                }
            }
        }
    }

    /// As many cells as columns, save for empty ones at the end.
    fn fits(&self) -> bool {
        let rest = &self.text[self.at..];
        self.spans.len() == self.width
            || (self.spans.len() > self.width
                && self.spans[self.width..].iter().all(|span| span.is_blank(rest)))
    }

    /// A line that is a row only if its quotes can be read the other way.
    fn take_broken_line(&mut self, line: Line) -> Result<Option<RawRow>, FileProblem> {
        let bytes = &self.text.as_bytes()[self.at..][..line.end];
        let read = scan(bytes, self.delimiter, true, StrayQuote::EndsQuoting, &mut self.spans);
        if matches!(read, Scan::Record { .. }) && self.fits() {
            return self.take(line, Some(RowDefect::StrayQuote));
        }
        split_line(&self.text.as_bytes()[self.at..][..line.end], self.delimiter, &mut self.spans);
        self.take(line, Some(RowDefect::BrokenQuote))
    }

    /// A line without an end in sight: its beginning stands for it.
    fn take_endless_line(&mut self) -> Result<Option<RawRow>, FileProblem> {
        let Some(row) = self.next_number()? else { return Ok(None) };
        let mut cells = vec![String::new(); self.width];
        cells[0] = self.text[self.at..]
            .chars()
            .filter(|character| *character != '\0')
            .take(KEPT_OF_TOO_LARGE)
            .chain("...".chars())
            .collect();
        // Its end is not known yet: what is here of it.
        let length = self.text.len() - self.at;
        Ok(Some(RawRow { row, cells, defects: vec![RowDefect::CellTooLarge], length }))
    }

    /// The record whose cells were found, or nothing when it is blank, of the header, or not wanted.
    fn take(&mut self, line: Line, found: Option<RowDefect>) -> Result<Option<RawRow>, FileProblem> {
        let (from, to) = (self.at, self.at + line.end);
        self.at += line.next;
        let blank = self.spans.iter().all(|span| span.is_blank(&self.text[from..to]));
        let Some(row) = self.next_number()?.filter(|_| !blank) else { return Ok(None) };
        let record = &self.text[from..to];
        let mut defects: Vec<RowDefect> = found.into_iter().collect();
        let too_large = self.spans.iter().any(|span| span.end - span.start > MOST_CELL_BYTES);
        if too_large {
            defects.push(RowDefect::CellTooLarge);
        }
        let text_of =
            |span: &Span| if too_large { beginning(&span.of(record)) } else { span.of(record).into_owned() };
        let mut cells = Vec::with_capacity(self.width);
        cells.extend(self.spans.iter().take(self.width).map(text_of));
        let broken = found == Some(RowDefect::BrokenQuote);
        if cells.len() < self.width {
            if !broken {
                defects.push(RowDefect::TooShort);
            }
            cells.resize_with(self.width, String::new);
        } else if self.spans.len() > self.width
            && !self.spans[self.width..].iter().all(|span| span.is_blank(record))
        {
            if !broken {
                defects.push(RowDefect::TooLong);
            }
            // As it stands in the file, so that nothing is missing where a person mends it.
            let left = record.get(self.spans[self.width - 1].start..).unwrap_or_default();
            cells[self.width - 1] =
                if left.len() > MOST_CELL_BYTES { beginning(left) } else { left.to_owned() };
        }
        if record.as_bytes().contains(&0) {
            defects.push(RowDefect::NulByte);
            cells.iter_mut().for_each(|cell| cell.retain(|character| character != '\0'));
        }
        let next_damage = self.damaged.get(self.damaged.partition_point(|at| *at < from));
        if next_damage.is_some_and(|at| *at < to) {
            defects.push(RowDefect::Undecodable);
        }
        Ok(Some(RawRow { row, cells, defects, length: line.next }))
    }

    /// Counts the record; nothing when it need not be given out.
    fn next_number(&mut self) -> Result<Option<u32>, FileProblem> {
        self.row += 1;
        if self.row > MOST_ROWS {
            return Err(FileProblem::new(
                "file_too_many_rows",
                format!("The file has more than {MOST_ROWS} rows. Split it and import the parts."),
            ));
        }
        Ok((self.row > self.header_row && (self.wanted)(self.row)).then_some(self.row))
    }

    /// Passes over the rest of a line in bounded memory.
    async fn pass_over_line(&mut self) -> Result<(), FileProblem> {
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            match line_at(rest, 0, self.ended) {
                Some(line) => {
                    self.at += line.next;
                    self.passing_over = false;
                    return Ok(());
                }
                // A \r at the very end stays until it is known whether a \n follows.
                None => self.at = self.text.len() - usize::from(rest.last() == Some(&b'\r')),
            }
            self.more().await?;
        }
    }

    /// Decodes some more: as much again as is waiting, so that a long record is not looked at too often.
    async fn more(&mut self) -> Result<(), FileProblem> {
        self.text.drain(..self.at);
        let gone = std::mem::take(&mut self.at);
        self.damaged.retain(|at| *at >= gone);
        self.damaged.iter_mut().for_each(|at| *at -= gone);
        let enough = self.text.len() + self.text.len().max(PIECE);
        while self.text.len() < enough {
            if self.piece.is_empty() {
                match self.body.next().await {
                    Some(Ok(piece)) => self.piece = piece,
                    Some(Err(error)) => return Err(FileProblem::unreadable(&error)),
                    None => {
                        self.decoder.decode(&[], true, &mut self.text, &mut self.damaged);
                        self.ended = true;
                        return Ok(());
                    }
                }
            }
            let now = self.piece.len().min(PIECE);
            self.decoder.decode(&self.piece[..now], false, &mut self.text, &mut self.damaged);
            self.piece.advance(now);
        }
        Ok(())
    }
}

fn beginning(cell: &str) -> String {
    match cell.char_indices().nth(KEPT_OF_TOO_LARGE) {
        Some((cut, _)) => format!("{}...", &cell[..cut]),
        None => cell.to_owned(),
    }
}
