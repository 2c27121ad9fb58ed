//! The reject file: the original columns of every row that was rejected or went in with a warning, its number and why.

use std::borrow::Cow;
use std::collections::HashSet;

use bytes::Bytes;
use futures::StreamExt;
use futures::stream::{self, Stream};
use pivotal_domain::audience::imports::events::FileFormat;

use super::rows::{RawRow, RowDefect, read_rows_where};
use crate::audience::imports::person::Person;
use crate::ports::blob_store::BlobStream;

/// Columns behind those of the source.
pub const ADDED: [&str; 3] = ["Row", "Result", "Reasons"];

/// Stands behind the last column of a row whose cells are not where they belong.
pub const TO_MEND: &str = "Mend this row, then empty this cell";

/// What is said about one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub row: u32,
    pub rejected: bool,
    /// For a person, one per problem.
    pub reasons: Vec<String>,
}

/// Streams the reject file. `verdicts` must be sorted by row. UTF-8 with a mark, so that spreadsheets read it right. Rows that
/// tell of the people in `erased` keep their number and their reasons, and nothing of what stood in them.
pub fn write(
    source: BlobStream,
    format: &FileFormat,
    verdicts: Vec<Verdict>,
    erased: Vec<Person>,
) -> impl Stream<Item = std::io::Result<Bytes>> + Send + use<> {
    let mut header = String::from("\u{FEFF}");
    push_line(&mut header, format.headers.iter().map(String::as_str).chain(ADDED));
    let first = stream::iter([Ok(Bytes::from(header))]);
    let told: HashSet<u32> = verdicts.iter().map(|verdict| verdict.row).collect();
    let mut verdicts = verdicts.into_iter().peekable();
    let rows = read_rows_where(source, format, move |row| told.contains(&row)).filter_map(move |row| {
        let out = match row {
            Ok(mut row) => {
                if erased.iter().any(|person| person.is_in(&row.cells)) {
                    row.cells.iter_mut().for_each(String::clear);
                }
                matching(&row, &mut verdicts).map(Ok)
            }
            Err(problem) => Some(Err(std::io::Error::other(problem.message))),
        };
        std::future::ready(out)
    });
    first.chain(rows)
}

fn matching(row: &RawRow, verdicts: &mut std::iter::Peekable<std::vec::IntoIter<Verdict>>) -> Option<Bytes> {
    while verdicts.next_if(|verdict| verdict.row < row.row).is_some() {}
    let verdict = verdicts.next_if(|verdict| verdict.row == row.row)?;
    let (number, reasons) = (row.row.to_string(), verdict.reasons.join(" "));
    let result = if verdict.rejected { "rejected" } else { "warning" };
    // Nobody knows which of its cells belongs where, or a cell is cut. One cell too many makes an import reject the row
    // again, until somebody has looked at it.
    let unmended = row.defects.iter().copied().any(RowDefect::rejects).then_some(TO_MEND);
    let mut line = String::new();
    push_line(
        &mut line,
        row.cells
            .iter()
            .map(String::as_str)
            .chain([number.as_str(), result, reasons.as_str()])
            .chain(unmended),
    );
    Some(Bytes::from(line))
}

/// Adds a line of CSV with its cells made harmless. Shared with exports: an import reads both alike.
pub fn push_line<'a>(line: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (column, cell) in cells.enumerate() {
        if column > 0 {
            line.push(',');
        }
        let cell = safe(cell);
        // Also what other programs take for a delimiter.
        if cell.contains(['"', ',', ';', '\t', '\n', '\r']) {
            line.push('"');
            line.push_str(&cell.replace('"', "\"\""));
            line.push('"');
        } else {
            line.push_str(&cell);
        }
    }
    line.push_str("\r\n");
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP: CSV injection).
pub fn safe(cell: &str) -> Cow<'_, str> {
    let start = cell.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
    let risky = cell.starts_with(['\t', '\r', '\n'])
        || start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if risky && !is_plain_number(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// A phone number or an amount is no formula: a sign, then digits and what stands between them, no further operator.
fn is_plain_number(cell: &str) -> bool {
    let Some(rest) = cell.strip_prefix(['+', '-']) else { return false };
    let spaced = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '.' | ',');
    // Hyphens stand only in phone numbers, which begin with a plus; `+1-555-0100` is at worst subtracted.
    rest.starts_with(|c: char| c.is_ascii_digit() || c == '(')
        && rest.chars().all(|c| spaced(c) || (cell.starts_with('+') && c == '-'))
}
