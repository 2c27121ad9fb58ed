//! Rejected rows, mended in place: they run as an import of their own with the settings of the one that rejected them.

use std::collections::HashSet;

use bytes::Bytes;
use futures::{StreamExt, stream};
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::error::ImportError;
use pivotal_domain::audience::imports::events::{FileFormat, Parent, Upload};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::file::MOST_CELL_BYTES;
use super::map::{authorise_rules, refuse_archived};
use super::scrub::line;
use super::start::run_job;
use super::{child, rejected};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, Repeatable, execute_new};
use crate::ports::blob_store::BlobKey;

/// More are mended in the reject file, which is imported again.
pub const MOST_ROWS: usize = 2_000;

#[derive(Debug, Clone)]
pub struct FixRows {
    pub id: Uuid,
    pub rows: Vec<FixedRow>,
    pub idempotency_key: Option<String>,
}

#[derive(Debug, Clone)]
pub struct FixedRow {
    /// Of the import that rejected it, as a spreadsheet counts it.
    pub row: u32,
    /// All cells, in the order of the file's columns.
    pub cells: Vec<String>,
}

/// Answers with the new import, which is running.
pub async fn fix_rows(
    ctx: &Context,
    actor: &Actor,
    input: FixRows,
) -> Result<Executed<Import>, CommandError> {
    authorise_all(actor, Permission::ImportsRun)?;
    let parent = ctx.log.load::<Import>(input.id).await?;
    if !parent.exists() {
        return Err(ImportError::NotFound.into());
    }
    let parent = parent.state;
    parent.must_have_ended()?;
    parent.must_have_files()?;
    authorise_rules(actor, &parent.mapping)?;
    refuse_archived(ctx, &parent.mapping).await?;
    let headers = parent.format.as_ref().map_or(&[][..], |format| &format.headers);
    check(&input.rows, headers.len())?;
    let wanted: HashSet<u32> = input.rows.iter().map(|row| row.row).collect();
    let known = rejected::which(ctx, input.id, &parent, &wanted).await?;
    if let Some(row) = input.rows.iter().find(|row| !known.contains(&row.row)) {
        return Err(refused(Rejection::of_field(
            "rows",
            "IMPORT_ROW_NOT_REJECTED",
            format!("Row {} was not rejected.", row.row),
        )));
    }
    let (child, at) = (Uuid::now_v7(), ctx.now());
    let key = BlobKey::new("import", at, child).map_err(CommandError::unexpected)?;
    let text = text(headers, &input.rows);
    let body = stream::iter([Ok(Bytes::from(text))]).boxed();
    let stored = ctx.blobs.put_stream(&key, "text/csv; charset=utf-8", body).await;
    let meta = stored.map_err(CommandError::unexpected)?;
    let upload = Upload {
        name: format!("{}, mended rows", parent.name),
        file_name: parent.file_name.clone(),
        file_key: key.as_str().to_owned(),
        file_size: meta.size,
        file_hash: meta.sha256,
        format: FileFormat {
            encoding: "UTF-8".into(),
            delimiter: ',',
            header_row: 1,
            headers: headers.to_vec(),
        },
        sheets: Vec::new(),
        sheet: None,
        parent: Some(Parent { import: input.id, fixes: input.rows.iter().map(|row| row.row).collect() }),
    };
    let job = Uuid::now_v7();
    let repeatable =
        Repeatable::new(&actor.user_id.to_string(), input.idempotency_key.as_deref(), &("fix", &input.rows));
    execute_new::<Import, _, _>(
        ctx,
        child,
        &actor.metadata(),
        repeatable,
        |_| Ok(child::decided(&parent, at, upload, Some(job))?),
        |_, after| Ok(vec![run_job(child, job, &after.name, actor, None)?]),
    )
    .await
}

fn check(rows: &[FixedRow], columns: usize) -> Result<(), CommandError> {
    if rows.is_empty() {
        return Err(refused(Rejection::of_field("rows", "IMPORT_NO_ROWS", "Mend at least one row.")));
    }
    if rows.len() > MOST_ROWS {
        let message = format!(
            "At most {MOST_ROWS} rows can be mended at once. Download the reject file, mend it and import it."
        );
        return Err(refused(Rejection::of_field("rows", "IMPORT_TOO_MANY_ROWS", message)));
    }
    let mut seen = HashSet::new();
    for row in rows {
        if !seen.insert(row.row) {
            return Err(refused(Rejection::of_field(
                "rows",
                "IMPORT_ROW_TWICE",
                format!("Row {} is there twice.", row.row),
            )));
        }
        if row.cells.len() != columns {
            let message =
                format!("Row {} has {} cells; the file has {columns} columns.", row.row, row.cells.len());
            return Err(refused(Rejection::of_field("rows", "IMPORT_ROW_WIDTH", message)));
        }
        if row.cells.iter().any(|cell| cell.len() > MOST_CELL_BYTES) {
            let message = format!("A cell of row {} is larger than 64 KB.", row.row);
            return Err(refused(Rejection::of_field("rows", "IMPORT_CELL_TOO_LARGE", message)));
        }
        if row.cells.iter().all(|cell| cell.trim().is_empty()) {
            let message = format!("Row {} is empty. Leave it out, or fill it in.", row.row);
            return Err(refused(Rejection::of_field("rows", "IMPORT_ROW_EMPTY", message)));
        }
    }
    Ok(())
}

/// Row 2 of it is the first that was mended, row 3 the next.
fn text(headers: &[String], rows: &[FixedRow]) -> String {
    let mut text = format!("\u{FEFF}{}", line(headers, ','));
    rows.iter().for_each(|row| text.push_str(&line(&row.cells, ',')));
    text
}

fn refused(rejection: Rejection) -> CommandError {
    CommandError::rejected(rejection)
}
