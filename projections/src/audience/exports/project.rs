//! Events of exports to rows. An export has three events or so: each is a statement of its own.

use async_trait::async_trait;
use pivotal_domain::audience::exports::events::{ExportEvent, Removal, Restricted};
use pivotal_log::error::LogError;
use pivotal_log::reader::Entry;
use sqlx::PgConnection;

use super::SPEC;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct Exports;

#[async_trait]
impl Projection for Exports {
    fn spec(&self) -> Spec {
        SPEC
    }

    /// The filter.
    fn reads_personal(&self, _entry: &Entry) -> bool {
        true
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        for entry in batch.entries() {
            let event: ExportEvent = batch.event(entry)?;
            if matches!(event, ExportEvent::ExportFilterForgotten { .. }) {
                batch.forget(entry.about_id);
            }
            write(target.connection, target.schema, entry, event).await?;
        }
        Ok(())
    }
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

async fn write(
    connection: &mut PgConnection,
    schema: &str,
    entry: &Entry,
    event: ExportEvent,
) -> Result<(), ApplyError> {
    let (id, sequence) = (entry.about_id, entry.sequence);
    match event {
        ExportEvent::ExportRequested { at, by, request, job } => {
            let filter = request.filter.as_ref().map(serde_json::to_string).transpose();
            // jsonb keeps no NUL character.
            let filter = filter.map_err(LogError::Encode)?.map(|text| text.replace("\\u0000", ""));
            let sql = format!(
                "insert into {schema}.exports (id, sequence, entity, format, columns, sort_field, sort_descending, filter, state, job_id, created_at, created_by, leaves_out_restricted)
                 values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, 'running', $9, $10, $11, $12)"
            );
            sqlx::query(&sql)
                .bind(id)
                .bind(sequence)
                .bind(request.entity.as_str())
                .bind(request.format.as_str())
                .bind(request.columns)
                .bind(request.sort.field)
                .bind(request.sort.descending)
                .bind(filter)
                .bind(job)
                .bind(at)
                .bind(by)
                .bind(request.restricted == Restricted::LeaveOut)
                .execute(connection)
                .await?;
        }
        ExportEvent::ExportCompleted { at, written } => {
            let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
            let sql = format!(
                "update {schema}.exports set sequence = $2, state = 'completed', finished_at = $3, rows = $4, as_of = $5, file_key = $6, file_size = $7, file_hash = $8,
                   cut_cells = $9, expires_at = $10, left_out = $11 where id = $1"
            );
            sqlx::query(&sql)
                .bind(id)
                .bind(sequence)
                .bind(at)
                .bind(number(written.rows))
                .bind(written.as_of)
                .bind(written.file_key)
                .bind(number(written.file_size))
                .bind(written.file_hash)
                .bind(number(written.cut_cells))
                .bind(written.expires_at)
                .bind(number(written.left_out))
                .execute(connection)
                .await?;
        }
        ExportEvent::ExportCancelled { at } => {
            ended(connection, schema, entry, "cancelled", at, None).await?
        }
        ExportEvent::ExportFailed { at, error } => {
            ended(connection, schema, entry, "failed", at, Some(error)).await?
        }
        ExportEvent::ExportFileRemoved { reason, .. } => {
            let state = match reason {
                Removal::Expired => "expired",
                Removal::Erasure => "removed",
            };
            let sql = format!(
                "update {schema}.exports set sequence = $2, state = $3, file_key = null where id = $1"
            );
            sqlx::query(&sql).bind(id).bind(sequence).bind(state).execute(connection).await?;
        }
        ExportEvent::ExportFilterForgotten { .. } => {
            let sql = format!("update {schema}.exports set sequence = $2, filter = null where id = $1");
            sqlx::query(&sql).bind(id).bind(sequence).execute(connection).await?;
        }
    }
    Ok(())
}

async fn ended(
    connection: &mut PgConnection,
    schema: &str,
    entry: &Entry,
    state: &str,
    at: chrono::DateTime<chrono::Utc>,
    error: Option<String>,
) -> Result<(), sqlx::Error> {
    let sql = format!(
        "update {schema}.exports set sequence = $2, state = $3, finished_at = $4, error = $5 where id = $1"
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(entry.sequence)
        .bind(state)
        .bind(at)
        .bind(error)
        .execute(connection)
        .await
        .map(|_| ())
}
