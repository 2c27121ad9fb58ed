//! The rejected rows of an import, with their cells: read from the reject file, which holds little else.

use std::collections::HashSet;

use futures::StreamExt;
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::error::ImportError;
use pivotal_domain::audience::imports::events::FileFormat;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::file::reject_file::{ADDED, TO_MEND, safe};
use super::file::rows::{RawRow, read_rows};
use super::rejects;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::ports::blob_store::BlobError;

/// Rows of a page at most.
const PAGE_MAX: usize = 500;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectedRow {
    /// As a spreadsheet counts it.
    pub row: u32,
    /// As in the file, one for each of its columns. Empty throughout when the person was erased.
    pub cells: Vec<String>,
    pub reasons: Vec<Reason>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    pub code: String,
    pub message: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectedPage {
    pub rows: Vec<RejectedRow>,
    pub more: bool,
}

/// In the order of the file, those behind the row `after`.
pub async fn rejected_rows(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    after: u32,
    first: usize,
) -> Result<RejectedPage, CommandError> {
    authorise_all(actor, Permission::ImportsView)?;
    let import = ctx.log.load::<Import>(id).await?;
    if !import.exists() {
        return Err(ImportError::NotFound.into());
    }
    let first = first.clamp(1, PAGE_MAX);
    let wanted = move |row: u32| row > after;
    let mut rows = read(ctx, id, &import.state, wanted, first + 1).await?;
    let more = rows.len() > first;
    rows.truncate(first);
    Ok(RejectedPage { rows, more })
}

/// Which of these rows were rejected.
pub(super) async fn which(
    ctx: &Context,
    id: Uuid,
    import: &Import,
    rows: &HashSet<u32>,
) -> Result<HashSet<u32>, CommandError> {
    let found = read(ctx, id, import, |row| rows.contains(&row), rows.len()).await?;
    Ok(found.into_iter().map(|row| row.row).collect())
}

async fn read(
    ctx: &Context,
    id: Uuid,
    import: &Import,
    wanted: impl Fn(u32) -> bool,
    most: usize,
) -> Result<Vec<RejectedRow>, CommandError> {
    import.must_have_ended()?;
    let Some(format) = &import.format else { return Ok(Vec::new()) };
    let width = format.headers.len();
    let mut headers = format.headers.clone();
    headers.extend(ADDED.map(str::to_owned));
    let format = FileFormat { encoding: "UTF-8".into(), delimiter: ',', header_row: 1, headers };
    let body = match ctx.blobs.get_stream(&rejects::key(id)?, None).await {
        Ok(file) => file.body,
        // Every row went in without a warning.
        Err(BlobError::NotFound(_)) => return Ok(Vec::new()),
        Err(error) => return Err(CommandError::unexpected(error)),
    };
    let lines = read_rows(body, &format);
    tokio::pin!(lines);
    let mut rows = Vec::new();
    while rows.len() < most
        && let Some(line) = lines.next().await
    {
        let line = line.map_err(CommandError::unexpected)?;
        rows.extend(rejected(line, width).filter(|row| wanted(row.row)));
    }
    Ok(rows)
}

/// A line of the reject file; nothing when it is only a warning.
fn rejected(line: RawRow, width: usize) -> Option<RejectedRow> {
    let mut cells = line.cells;
    let ours = cells.split_off(width.min(cells.len()));
    let [number, result, reasons] = ours.first_chunk::<3>()?;
    if result != "rejected" {
        return None;
    }
    let cells = cells.into_iter().map(without_guard).collect();
    Some(RejectedRow { row: number.parse().ok()?, cells, reasons: reasons_of(reasons) })
}

/// The apostrophe that keeps a spreadsheet from running a cell is ours, not the sender's.
fn without_guard(cell: String) -> String {
    match cell.strip_prefix('\'') {
        Some(bare) if safe(bare) == cell => bare.to_owned(),
        _ => cell,
    }
}

/// Sentences, each with its code in brackets behind it.
fn reasons_of(text: &str) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let mut rest = text.split(TO_MEND).next().unwrap_or(text);
    while let Some((message, behind)) = rest.split_once(" [") {
        let Some((code, next)) = behind.split_once(']') else { break };
        reasons.push(Reason { code: code.to_owned(), message: message.trim().to_owned() });
        rest = next;
    }
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_reject_file_is_the_row_it_was_and_why() {
        let line = |cells: &[&str]| RawRow {
            row: 9,
            cells: cells.iter().map(ToString::to_string).collect(),
            defects: Vec::new(),
            length: 0,
        };
        let why = "Email: not a valid address. [email_syntax] City: too long. [text_too_long]";
        let row = rejected(line(&["nobody", "'=1+1", "3", "rejected", why]), 2).unwrap();
        assert_eq!((row.row, row.cells), (3, vec!["nobody".to_owned(), "=1+1".into()]));
        let codes: Vec<&str> = row.reasons.iter().map(|reason| reason.code.as_str()).collect();
        assert_eq!(codes, ["email_syntax", "text_too_long"]);
        assert_eq!(row.reasons[1].message, "City: too long.");
        assert_eq!(rejected(line(&["a", "b", "3", "warning", why]), 2), None);
    }
}
