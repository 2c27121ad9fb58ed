//! Events of imports and the facts of their chunks to rows.
//!
//! An import has a handful of events, so each is a statement of its own; chunks come by the hundred, so those that
//! follow each other are summed up first.

use async_trait::async_trait;
use pivotal_domain::audience::imports::events::{ImportEvent, Parent};
use pivotal_domain::audience::imports::facts::ImportFact;
use pivotal_domain::audience::imports::outcome::RunResult;
use pivotal_domain::audience::imports::undo::facts::{IMPORT_CHUNK_UNDONE, UndoFact};
use pivotal_domain::audience::record::undo::state::UndoStep;
use pivotal_log::reader::{Entry, EntryKind};
use sqlx::PgConnection;

use super::SPEC;
use super::chunks::Chunks;
use super::preview::Shown;
use super::undo::TABLES;
use crate::audience::undo;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};
use crate::sheet::encode;

#[derive(Debug, Clone, Copy, Default)]
pub struct Imports;

#[async_trait]
impl Projection for Imports {
    fn spec(&self) -> Spec {
        SPEC
    }

    fn reads_personal(&self, _entry: &Entry) -> bool {
        false
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let schema = target.schema;
        let mut chunks = Chunks::default();
        for entry in batch.entries() {
            match entry.kind {
                EntryKind::Fact if entry.name == IMPORT_CHUNK_UNDONE => {
                    let UndoFact::ImportChunkUndone(undone) = batch.fact(entry)?;
                    undo::save_left(TABLES, target.connection, schema, undone.import_id, undone.left).await?;
                }
                EntryKind::Fact => {
                    let ImportFact::ImportChunkRan(ran) = batch.fact(entry)?;
                    chunks.add(ran);
                }
                EntryKind::Event => {
                    // What an event says replaces what was counted before it.
                    std::mem::take(&mut chunks).save(target.connection, schema).await?;
                    write(target.connection, schema, entry, batch.event(entry)?).await?;
                }
            }
        }
        chunks.save(target.connection, schema).await?;
        Ok(())
    }
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

async fn write(
    connection: &mut PgConnection,
    schema: &str,
    entry: &Entry,
    event: ImportEvent,
) -> Result<(), ApplyError> {
    let (id, sequence) = (entry.about_id, entry.sequence);
    match event {
        ImportEvent::ImportUploaded { at, upload } => {
            let sql = format!(
                "insert into {schema}.imports (id, sequence, name, file_name, file_key, file_size, file_hash, state, encoding, delimiter, header_row, headers, created_at, created_by, sheet, sheets, parent_id, fixes)
                 values ($1, $2, $3, $4, $5, $6, $7, 'uploaded', $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"
            );
            sqlx::query(&sql)
                .bind(id)
                .bind(sequence)
                .bind(encode::text(&upload.name))
                .bind(encode::text(&upload.file_name))
                .bind(upload.file_key)
                .bind(i64::try_from(upload.file_size).unwrap_or(i64::MAX))
                .bind(upload.file_hash)
                .bind(upload.format.encoding)
                .bind(upload.format.delimiter.to_string())
                .bind(i32::try_from(upload.format.header_row).unwrap_or(i32::MAX))
                .bind(upload.format.headers.iter().map(|header| encode::text(header)).collect::<Vec<_>>())
                .bind(at)
                .bind(entry.metadata().actor)
                .bind(upload.sheet.as_deref().map(encode::text))
                .bind(sqlx::types::Json(upload.sheets))
                .bind(upload.parent.as_ref().map(|parent| parent.import))
                .bind(upload.parent.and_then(mended))
                .execute(connection)
                .await?;
        }
        ImportEvent::ImportMapped { name, default_country, mapping, kind, supplied_by, .. } => {
            let sql = format!(
                "update {schema}.imports set sequence = $2, state = 'mapped', name = $3, default_country = $4, mapping = $5, kind = $6, supplied_by = $7, preview = null, preview_job = null where id = $1"
            );
            let mapping = serde_json::to_value(mapping).map_err(pivotal_log::error::LogError::Encode)?;
            sqlx::query(&sql)
                .bind(id)
                .bind(sequence)
                .bind(encode::text(&name))
                .bind(default_country)
                .bind(mapping)
                .bind(kind.as_str())
                .bind(supplied_by)
                .execute(connection)
                .await?;
        }
        ImportEvent::ImportSheetChosen { sheet, .. } => {
            let sql = format!(
                "update {schema}.imports set sequence = $2, state = 'uploaded', name = $3, sheet = $4, file_key = $5, encoding = $6, delimiter = $7, header_row = $8, headers = $9,
                   mapping = '[]', preview = null, preview_job = null where id = $1"
            );
            sqlx::query(&sql)
                .bind(id)
                .bind(sequence)
                .bind(encode::text(&sheet.name))
                .bind(encode::text(&sheet.sheet))
                .bind(sheet.file_key)
                .bind(sheet.format.encoding)
                .bind(sheet.format.delimiter.to_string())
                .bind(i32::try_from(sheet.format.header_row).unwrap_or(i32::MAX))
                .bind(sheet.format.headers.iter().map(|header| encode::text(header)).collect::<Vec<_>>())
                .execute(connection)
                .await?;
        }
        ImportEvent::ImportPreviewStarted { at, job } => {
            Shown::of(connection, schema, entry).started(at, job).await?
        }
        ImportEvent::ImportPreviewed { at, preview } => {
            Shown::of(connection, schema, entry).made(at, preview).await?
        }
        ImportEvent::ImportPreviewStopped { at, job, error } => {
            Shown::of(connection, schema, entry).stopped(at, job, error).await?
        }
        ImportEvent::ImportPreviewRemoved { job, reason, .. } => {
            undo::Row::of(TABLES, &mut *connection, schema, entry).look_removed(job).await?;
            Shown::of(connection, schema, entry).removed(job, reason).await?
        }
        ImportEvent::ImportStarted { at, job } => {
            Shown::of(&mut *connection, schema, entry).overtaken().await?;
            let sql = format!(
                "update {schema}.imports set sequence = $2, state = 'running', started_at = $3, job_id = $4 where id = $1"
            );
            sqlx::query(&sql).bind(id).bind(sequence).bind(at).bind(job).execute(connection).await?;
        }
        ImportEvent::ImportCompleted { at, result } => {
            finish(connection, schema, entry, "completed", at, result, None).await?
        }
        ImportEvent::ImportCancelled { at, result } => {
            finish(connection, schema, entry, "cancelled", at, result, None).await?
        }
        ImportEvent::ImportFailed { at, result, error } => {
            finish(connection, schema, entry, "failed", at, result, Some(error)).await?
        }
        ImportEvent::ImportUndoPreviewStarted { at, job } => {
            undoing(connection, schema, entry, UndoStep::LookStarted { at, job }).await?
        }
        ImportEvent::ImportUndoPreviewed { at, preview } => {
            undoing(connection, schema, entry, UndoStep::Looked { at, preview }).await?
        }
        ImportEvent::ImportUndoPreviewStopped { at, job } => {
            undoing(connection, schema, entry, UndoStep::LookStopped { at, job }).await?
        }
        ImportEvent::ImportUndoStarted { at, job, chosen } => {
            undoing(connection, schema, entry, UndoStep::Started { at, job, chosen }).await?
        }
        ImportEvent::ImportUndone { at, job, result } => {
            undoing(&mut *connection, schema, entry, UndoStep::Undone { at, job, result }).await?;
            over(connection, schema, entry).await?
        }
        ImportEvent::ImportUndoStopped { at, job, result } => {
            undoing(&mut *connection, schema, entry, UndoStep::Stopped { at, job, result }).await?;
            over(connection, schema, entry).await?
        }
        ImportEvent::ImportFilesRemoved { at } => {
            let sql = format!(
                "update {schema}.imports set sequence = $2, files_removed_at = $3, reject_file = null where id = $1"
            );
            sqlx::query(&sql).bind(id).bind(sequence).bind(at).execute(connection).await?;
        }
    }
    Ok(())
}

async fn undoing(
    connection: &mut PgConnection,
    schema: &str,
    entry: &Entry,
    step: UndoStep,
) -> Result<(), sqlx::Error> {
    undo::Row::of(TABLES, connection, schema, entry).step(step).await
}

/// Where in the log it ended: whatever it did to records stands before.
async fn over(connection: &mut PgConnection, schema: &str, entry: &Entry) -> Result<(), sqlx::Error> {
    let sql = format!("update {schema}.imports set position = $2 where id = $1");
    sqlx::query(&sql).bind(entry.about_id).bind(entry.position).execute(connection).await.map(drop)
}

async fn finish(
    connection: &mut PgConnection,
    schema: &str,
    entry: &Entry,
    state: &str,
    at: chrono::DateTime<chrono::Utc>,
    result: RunResult,
    error: Option<String>,
) -> Result<(), sqlx::Error> {
    let sql = format!(
        "update {schema}.imports set sequence = $2, state = $3, finished_at = $4, error = $5, reject_file = $6, read_rows = $7, created = $8, updated = $9, unchanged = $10,
           merged_in_file = $11, matches_archived = $12, rejected = $13, not_run = $14, warnings = $15, accounts_created = $16, accounts_updated = $17, position = $18 where id = $1"
    );
    let o = result.outcomes;
    let counts = [
        o.read,
        o.created,
        o.updated,
        o.unchanged,
        o.merged_in_file,
        o.matches_archived,
        o.rejected,
        o.not_run,
        o.warnings,
        result.accounts_created,
        result.accounts_updated,
    ];
    let mut query = sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(entry.sequence)
        .bind(state)
        .bind(at)
        .bind(error)
        .bind(result.reject_file);
    for count in counts {
        query = query.bind(i64::try_from(count).unwrap_or(i64::MAX));
    }
    query.bind(entry.position).execute(connection).await.map(|_| ())
}

/// Nothing for an import that mends nothing.
fn mended(parent: Parent) -> Option<Vec<i32>> {
    let rows: Vec<i32> = parent.fixes.into_iter().map(|row| i32::try_from(row).unwrap_or(i32::MAX)).collect();
    (!rows.is_empty()).then_some(rows)
}
