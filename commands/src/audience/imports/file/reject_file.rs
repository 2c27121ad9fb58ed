//! The reject file: the original columns of every row that was rejected or went in with a warning, its number and why.

use bytes::Bytes;
use futures::stream::{self, Stream};
use futures::StreamExt;
use pivotal_domain::audience::imports::events::FileFormat;

use super::rows::{RawRow, read_rows};
use crate::ports::blob_store::BlobStream;

/// What is said about one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub row: u32,
    pub rejected: bool,
    /// For a person, one per problem.
    pub reasons: Vec<String>,
}

/// Streams the reject file. `verdicts` must be sorted by row. UTF-8 with a mark, so that spreadsheets read it right.
pub fn write(source: BlobStream, format: &FileFormat, verdicts: Vec<Verdict>) -> impl Stream<Item = std::io::Result<Bytes>> + Send + use<> {
    let mut header: Vec<String> = format.headers.iter().map(|name| safe(name)).collect();
    header.extend(["Row".into(), "Result".into(), "Reasons".into()]);
    let first = stream::iter([Ok(Bytes::from(format!("\u{FEFF}{}", line(&header))))]);
    let mut verdicts = verdicts.into_iter().peekable();
    let rows = read_rows(source, format).filter_map(move |row| {
        let out = match row {
            Ok(row) => matching(&row, &mut verdicts).map(Ok),
            Err(problem) => Some(Err(std::io::Error::other(problem.message))),
        };
        std::future::ready(out)
    });
    first.chain(rows)
}

fn matching(row: &RawRow, verdicts: &mut std::iter::Peekable<std::vec::IntoIter<Verdict>>) -> Option<Bytes> {
    while verdicts.next_if(|verdict| verdict.row < row.row).is_some() {}
    let verdict = verdicts.next_if(|verdict| verdict.row == row.row)?;
    let mut cells: Vec<String> = row.cells.iter().map(|cell| safe(cell)).collect();
    cells.push(row.row.to_string());
    cells.push(if verdict.rejected { "rejected" } else { "warning" }.into());
    cells.push(safe(&verdict.reasons.join(" ")));
    Some(Bytes::from(line(&cells)))
}

fn line(cells: &[String]) -> String {
    let mut line = cells.iter().map(|cell| if cell.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }).collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

/// A cell a spreadsheet would run as a formula gets an apostrophe in front (OWASP: CSV injection).
fn safe(cell: &str) -> String {
    match cell.chars().next() {
        // A phone number is no formula.
        Some('+') if cell.chars().skip(1).all(|c| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '-' | '.')) => cell.to_owned(),
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{cell}"),
        _ => cell.to_owned(),
    }
}
