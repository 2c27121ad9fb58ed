//! Blanks one person's rows in an import's files. Rows keep their numbers; everybody else's cells keep their content.

use std::collections::{BTreeSet, HashSet};

use bytes::Bytes;
use futures::{StreamExt, stream};
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::events::FileFormat;
use pivotal_domain::audience::imports::facts::{IMPORT_CHUNK_RAN, ImportFact};
use uuid::Uuid;

use super::file::rows::{RawRow, read_rows};
use super::rejects;
use crate::context::Context;
use crate::error::CommandError;
use crate::ports::blob_store::BlobKey;

/// Values that give a person away wherever they stand in a row: addresses, phone numbers.
#[derive(Debug, Clone, Default)]
pub struct Person {
    texts: Vec<String>,
    phones: Vec<String>,
}

/// Fewer digits could be anything.
const PHONE_DIGITS: usize = 7;

impl Person {
    pub fn new(values: BTreeSet<String>) -> Self {
        let (phones, texts): (Vec<String>, Vec<String>) =
            values.into_iter().partition(|value| value.starts_with('+'));
        Person {
            texts: texts.into_iter().map(|text| text.to_lowercase()).collect(),
            phones: phones
                .iter()
                .map(|phone| digits(phone))
                .filter(|phone| phone.len() >= PHONE_DIGITS)
                .collect(),
        }
    }

    fn is_in(&self, cells: &[String]) -> bool {
        cells.iter().any(|cell| {
            let lower = cell.to_lowercase();
            let number = digits(cell);
            self.texts.iter().any(|text| lower.contains(text))
                || (number.len() >= PHONE_DIGITS
                    && self.phones.iter().any(|phone| phone.ends_with(number.trim_start_matches('0'))))
        })
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
    let Some(format) = &import.format else { return Ok(()) };
    let source: BlobKey = import.file_key.parse().map_err(CommandError::unexpected)?;
    scrub_file(ctx, &source, format, &rows, person).await?;
    let mut headers = format.headers.clone();
    headers.extend(["Row".to_owned(), "Result".to_owned(), "Reasons".to_owned()]);
    let format = FileFormat { encoding: "UTF-8".into(), delimiter: ',', header_row: 1, headers };
    // In the reject file the rows stand under other numbers: there only the values tell.
    scrub_file(ctx, &rejects::key(import_id)?, &format, &HashSet::new(), person).await
}

async fn rows_of(ctx: &Context, import_id: Uuid, contact: Uuid) -> Result<HashSet<u32>, CommandError> {
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
    key: &BlobKey,
    format: &FileFormat,
    rows: &HashSet<u32>,
    person: &Person,
) -> Result<(), CommandError> {
    if !ctx.blobs.exists(key).await.map_err(CommandError::unexpected)? {
        return Ok(());
    }
    let hit = |row: &RawRow, rows: &HashSet<u32>, person: &Person| {
        row.cells.iter().any(|cell| !cell.is_empty()) && (rows.contains(&row.row) || person.is_in(&row.cells))
    };
    let file = ctx.blobs.get_stream(key, None).await.map_err(CommandError::unexpected)?;
    let read = read_rows(file.body, format);
    tokio::pin!(read);
    let mut found = false;
    while let Some(row) = read.next().await {
        found |= hit(&row.map_err(CommandError::unexpected)?, rows, person);
        if found {
            break;
        }
    }
    if !found {
        return Ok(());
    }
    let file = ctx.blobs.get_stream(key, None).await.map_err(CommandError::unexpected)?;
    let (rows, person, delimiter) = (rows.clone(), person.clone(), format.delimiter);
    // The mark makes a reader take it as UTF-8, whatever the file was before.
    let mut last = format.header_row;
    let header = if format.header_row > 0 { line(&format.headers, delimiter) } else { String::new() };
    let first = format!("\u{FEFF}{}{header}", "\n".repeat(format.header_row.saturating_sub(1) as usize));
    let body = stream::iter([Ok(Bytes::from(first))]).chain(read_rows(file.body, format).map(move |row| {
        let row = row.map_err(std::io::Error::other)?;
        let cells = if hit(&row, &rows, &person) { vec![String::new(); row.cells.len()] } else { row.cells };
        // Blank rows were passed over in reading; they keep their place.
        let gap = "\n".repeat((row.row - last).saturating_sub(1) as usize);
        last = row.row;
        Ok(Bytes::from(format!("{gap}{}", line(&cells, delimiter))))
    }));
    ctx.blobs
        .put_stream(key, "text/csv; charset=utf-8", body.boxed())
        .await
        .map_err(CommandError::unexpected)?;
    Ok(())
}

fn line(cells: &[String], delimiter: char) -> String {
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

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
