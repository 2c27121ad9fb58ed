//! Blanks one person's rows in an import's files. Rows keep their numbers; everybody else's cells keep their content.
//!
//! A workbook is forgotten whole, whoever is erased: its other sheets, comments and hidden columns were never read, so
//! nobody can tell whom they hold. The table that was made of it stays, and is blanked like any file.

use std::collections::HashSet;

use bytes::Bytes;
use futures::{StreamExt, stream};
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::events::FileFormat;
use pivotal_domain::audience::imports::facts::{IMPORT_CHUNK_RAN, ImportFact};
use uuid::Uuid;

use super::converted::{table_of, workbook_of};
use super::file::reject_file::ADDED;
use super::file::rows::{RawRow, read_rows};
use super::person::Person;
use super::rejects;
use crate::context::Context;
use crate::error::CommandError;
use crate::ports::blob_store::BlobKey;

/// A file with a person in it, and how its rows are told apart.
pub(super) struct Sheet {
    pub key: BlobKey,
    pub format: FileFormat,
    /// Columns of ours behind those of the source, the first with the row's number there. They say nothing about the
    /// person and stay, so that the numbers still add up.
    added: usize,
}

impl Sheet {
    /// What of a row came from the source, and its number there.
    pub fn source<'a>(&self, row: &'a RawRow) -> (&'a [String], Option<u32>) {
        if self.added == 0 {
            return (&row.cells, Some(row.row));
        }
        let (cells, ours) = row.cells.split_at(row.cells.len().saturating_sub(self.added));
        (cells, ours.first().and_then(|number| number.parse().ok()))
    }

    pub fn tells_of(&self, row: &RawRow, rows: &HashSet<u32>, person: &Person) -> bool {
        let (cells, number) = self.source(row);
        cells.iter().any(|cell| !cell.is_empty())
            && (number.is_some_and(|number| rows.contains(&number)) || person.is_in(cells))
    }

    fn blank(&self, mut row: RawRow) -> Vec<String> {
        let source = self.source(&row).0.len();
        row.cells[..source].iter_mut().for_each(String::clear);
        row.cells
    }
}

pub async fn scrub(
    ctx: &Context,
    import_id: Uuid,
    import: &Import,
    contact: Uuid,
    person: &Person,
) -> Result<(), CommandError> {
    let rows = rows_of(ctx, import_id, contact).await?;
    if import.format.is_none() {
        return Ok(());
    }
    let key: BlobKey = import.file_key.parse().map_err(CommandError::unexpected)?;
    if let Some(workbook) = workbook_of(&key) {
        ctx.blobs.delete(&workbook).await.map_err(CommandError::unexpected)?;
        // Tables of sheets that were chosen before, in case that one was not deleted with the choice.
        for sheet in std::iter::once(None).chain((0..import.sheets.len()).map(Some)) {
            let table = table_of(&workbook, sheet)?;
            if table != key {
                ctx.blobs.delete(&table).await.map_err(CommandError::unexpected)?;
            }
        }
    }
    for sheet in sheets_of(import_id, import)? {
        scrub_file(ctx, sheet, &rows, person).await?;
    }
    Ok(())
}

/// The uploaded file, or the table that was made of it, and the file of refused rows. Nothing before the file was looked into.
pub(super) fn sheets_of(import_id: Uuid, import: &Import) -> Result<Vec<Sheet>, CommandError> {
    let Some(format) = &import.format else { return Ok(Vec::new()) };
    let mut headers = format.headers.clone();
    headers.extend(ADDED.map(str::to_owned));
    let key: BlobKey = import.file_key.parse().map_err(CommandError::unexpected)?;
    let source = Sheet { key, format: format.clone(), added: 0 };
    let rejects = Sheet {
        key: rejects::key(import_id)?,
        format: FileFormat { encoding: "UTF-8".into(), delimiter: ',', header_row: 1, headers },
        added: ADDED.len(),
    };
    Ok(vec![source, rejects])
}

/// Rows of the file that the contact was made or changed by.
pub(super) async fn rows_of(
    ctx: &Context,
    import_id: Uuid,
    contact: Uuid,
) -> Result<HashSet<u32>, CommandError> {
    let payloads = sqlx::query_scalar!(
        r#"select payload::text as "payload!" from log.facts where about_type = 'import' and about_id = $1 and kind = $2 and payload::text like '%' || $3 || '%'"#,
        import_id.to_string(), IMPORT_CHUNK_RAN, contact.to_string()
    ).fetch_all(&ctx.log.pools.write).await?;
    let mut rows = HashSet::new();
    for payload in payloads {
        let ImportFact::ImportChunkRan(ran) = serde_json::from_str(&payload)?;
        rows.extend(
            ran.records.iter().filter(|record| record.record == Some(contact)).map(|record| record.row),
        );
    }
    Ok(rows)
}

async fn scrub_file(
    ctx: &Context,
    sheet: Sheet,
    rows: &HashSet<u32>,
    person: &Person,
) -> Result<(), CommandError> {
    if !ctx.blobs.exists(&sheet.key).await.map_err(CommandError::unexpected)? {
        return Ok(());
    }
    let file = ctx.blobs.get_stream(&sheet.key, None).await.map_err(CommandError::unexpected)?;
    let read = read_rows(file.body, &sheet.format);
    tokio::pin!(read);
    // A row that the contact came by is there: nobody has to read half a large file to know it. Of refused rows none is one.
    let mut found = sheet.added == 0 && !rows.is_empty();
    while !found && let Some(row) = read.next().await {
        found = sheet.tells_of(&row.map_err(CommandError::unexpected)?, rows, person);
    }
    if !found {
        return Ok(());
    }
    let file = ctx.blobs.get_stream(&sheet.key, None).await.map_err(CommandError::unexpected)?;
    let (key, rows, person) = (sheet.key.clone(), rows.clone(), person.clone());
    let FileFormat { delimiter, header_row, .. } = sheet.format;
    let mut last = header_row;
    let header = if header_row > 0 { line(&sheet.format.headers, delimiter) } else { String::new() };
    // The mark makes a reader take it as UTF-8, whatever the file was before.
    let first = format!("\u{FEFF}{}{header}", "\n".repeat(header_row.saturating_sub(1) as usize));
    let rest = read_rows(file.body, &sheet.format).map(move |row| {
        let row = row.map_err(std::io::Error::other)?;
        // Blank rows were passed over in reading; they keep their place.
        let gap = "\n".repeat((row.row - last).saturating_sub(1) as usize);
        last = row.row;
        let cells = if sheet.tells_of(&row, &rows, &person) { sheet.blank(row) } else { row.cells };
        Ok(Bytes::from(format!("{gap}{}", line(&cells, delimiter))))
    });
    let body = stream::iter([Ok(Bytes::from(first))]).chain(rest);
    ctx.blobs
        .put_stream(&key, "text/csv; charset=utf-8", body.boxed())
        .await
        .map_err(CommandError::unexpected)?;
    Ok(())
}

pub(super) fn line(cells: &[String], delimiter: char) -> String {
    let mut line = cells
        .iter()
        .map(|cell| {
            if cell.contains([delimiter, '"', '\n', '\r']) {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell.clone()
            }
        })
        .collect::<Vec<_>>()
        .join(&delimiter.to_string());
    line.push('\n');
    line
}
