//! Rows of an import's files that hold one person, also those that never became a contact: refused ones, and of files that were
//! uploaded and not run. Recognised as an erasure recognises them, so what is told of is what would be blanked.

use std::collections::{BTreeMap, HashSet};

use futures::StreamExt;
use pivotal_domain::audience::imports::Import;
use uuid::Uuid;

use super::file::rows::read_rows;
use super::person::Person;
use super::scrub::{Sheet, rows_of, sheets_of};
use crate::context::Context;
use crate::error::CommandError;

/// One row, with what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRow {
    /// As a spreadsheet counts the lines of the uploaded file.
    pub row: u32,
    /// Header and value, in the file's order; what is empty says nothing.
    pub cells: Vec<(String, String)>,
}

/// Each row once, whether the uploaded file, the file of refused rows or both still have it. Reads the files whole.
pub async fn held_rows(
    ctx: &Context,
    import_id: Uuid,
    import: &Import,
    contacts: &[Uuid],
    person: &Person,
) -> Result<Vec<HeldRow>, CommandError> {
    let mut known = HashSet::new();
    for contact in contacts {
        known.extend(rows_of(ctx, import_id, *contact).await?);
    }
    let mut found = BTreeMap::new();
    for sheet in sheets_of(import_id, import)? {
        read_into(ctx, &sheet, &known, person, &mut found).await?;
    }
    Ok(found.into_values().collect())
}

async fn read_into(
    ctx: &Context,
    sheet: &Sheet,
    known: &HashSet<u32>,
    person: &Person,
    found: &mut BTreeMap<u32, HeldRow>,
) -> Result<(), CommandError> {
    if !ctx.blobs.exists(&sheet.key).await.map_err(CommandError::unexpected)? {
        return Ok(());
    }
    let file = ctx.blobs.get_stream(&sheet.key, None).await.map_err(CommandError::unexpected)?;
    let read = read_rows(file.body, &sheet.format);
    tokio::pin!(read);
    while let Some(row) = read.next().await {
        let row = row.map_err(CommandError::unexpected)?;
        if !sheet.tells_of(&row, known, person) {
            continue;
        }
        let (cells, number) = sheet.source(&row);
        let number = number.unwrap_or(row.row);
        let named = cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        let cells = named.map(|(at, cell)| (header(&sheet.format.headers, at), cell.clone())).collect();
        found.entry(number).or_insert(HeldRow { row: number, cells });
    }
    Ok(())
}

fn header(headers: &[String], at: usize) -> String {
    match headers.get(at).filter(|header| !header.is_empty()) {
        Some(header) => header.clone(),
        None => format!("Column {}", at + 1),
    }
}
