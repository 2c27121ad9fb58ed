//! Events of bulk changes and the facts of their chunks to rows.
//!
//! A bulk change has a handful of events, so each is a statement of its own; chunks come by the hundred, so those that follow
//! each other are summed up first.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::bulk::events::{Asked, BulkEvent, Selection};
use pivotal_domain::audience::bulk::facts::BulkFact;
use pivotal_domain::audience::bulk::outcome::BulkCounts;
use pivotal_domain::audience::record::undo::state::UndoStep;
use pivotal_log::error::LogError;
use pivotal_log::reader::{Entry, EntryKind};
use serde::Serialize;
use sqlx::PgConnection;
use uuid::Uuid;

use super::chunks::Chunks;
use super::{SPEC, TABLES};
use crate::audience::undo;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct Bulks;

#[async_trait]
impl Projection for Bulks {
    fn spec(&self) -> Spec {
        SPEC
    }

    /// What was asked for.
    fn reads_personal(&self, entry: &Entry) -> bool {
        entry.name == "BulkAsked"
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let schema = target.schema;
        let mut chunks = Chunks::default();
        for entry in batch.entries() {
            if entry.kind == EntryKind::Event {
                std::mem::take(&mut chunks).save(target.connection, schema).await?;
                let event: BulkEvent = batch.event(entry)?;
                if matches!(event, BulkEvent::BulkWordsForgotten { .. }) {
                    batch.forget(entry.about_id);
                }
                write(target.connection, schema, entry, event).await?;
                continue;
            }
            match batch.fact(entry)? {
                BulkFact::BulkChunkRan(ran) => chunks.add(ran),
                BulkFact::BulkChunkUndone(undone) => {
                    undo::save_left(TABLES, target.connection, schema, undone.bulk_id, undone.left).await?;
                }
                BulkFact::BulkChunkSelected(_) => {}
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
    event: BulkEvent,
) -> Result<(), ApplyError> {
    let (id, sequence) = (entry.about_id, entry.sequence);
    match event {
        BulkEvent::BulkAsked { at, by, job, asked } => {
            insert(connection, schema, entry, (at, by, job), asked).await?
        }
        BulkEvent::BulkSelected { at, selected } => {
            let sql = format!(
                "update {schema}.bulks set sequence = $2, state = 'running', selected_at = $3, selected = $4 where id = $1"
            );
            let records = i64::try_from(selected.records).unwrap_or(i64::MAX);
            sqlx::query(&sql).bind(id).bind(sequence).bind(at).bind(records).execute(connection).await?;
        }
        BulkEvent::BulkCompleted { at, counts } => {
            finish(connection, schema, entry, ("completed", at, None), counts).await?
        }
        BulkEvent::BulkCancelled { at, counts } => {
            finish(connection, schema, entry, ("cancelled", at, None), counts).await?
        }
        BulkEvent::BulkFailed { at, counts, error } => {
            finish(connection, schema, entry, ("failed", at, Some(error)), counts).await?
        }
        BulkEvent::BulkWordsForgotten { .. } => {
            let sql = format!(
                "update {schema}.bulks set sequence = $2, action = null, filter = null where id = $1"
            );
            sqlx::query(&sql).bind(id).bind(sequence).execute(connection).await?;
        }
        BulkEvent::BulkUndoPreviewRemoved { job, .. } => {
            undo::Row::of(TABLES, connection, schema, entry).look_removed(job).await?
        }
        BulkEvent::BulkUndoPreviewStarted { at, job } => {
            undoing(connection, schema, entry, UndoStep::LookStarted { at, job }).await?
        }
        BulkEvent::BulkUndoPreviewed { at, preview } => {
            undoing(connection, schema, entry, UndoStep::Looked { at, preview }).await?
        }
        BulkEvent::BulkUndoPreviewStopped { at, job } => {
            undoing(connection, schema, entry, UndoStep::LookStopped { at, job }).await?
        }
        BulkEvent::BulkUndoStarted { at, job, chosen } => {
            undoing(connection, schema, entry, UndoStep::Started { at, job, chosen }).await?
        }
        BulkEvent::BulkUndone { at, job, result } => {
            undoing(connection, schema, entry, UndoStep::Undone { at, job, result }).await?
        }
        BulkEvent::BulkUndoStopped { at, job, result } => {
            undoing(connection, schema, entry, UndoStep::Stopped { at, job, result }).await?
        }
    }
    Ok(())
}

async fn insert(
    connection: &mut PgConnection,
    schema: &str,
    entry: &Entry,
    (at, by, job): (DateTime<Utc>, Uuid, Uuid),
    asked: Asked,
) -> Result<(), ApplyError> {
    let filter = match &asked.selection {
        Some(Selection::Matching(filter)) => Some(json(filter)?),
        Some(Selection::Ids(_)) | None => None,
    };
    let action = asked.action.as_ref().map(json).transpose()?;
    let sql = format!(
        "insert into {schema}.bulks (id, sequence, entity, kind, fields, action, filter, by_ids, expected, state, job_id, created_at, created_by)
         values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9, 'asked', $10, $11, $12)"
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(entry.sequence)
        .bind(asked.entity.as_str())
        .bind(asked.kind.as_str())
        .bind(asked.fields)
        .bind(action)
        .bind(filter)
        .bind(asked.by_ids)
        .bind(asked.expected.map(|count| i64::try_from(count).unwrap_or(i64::MAX)))
        .bind(job)
        .bind(at)
        .bind(by)
        .execute(connection)
        .await?;
    Ok(())
}

/// jsonb keeps no NUL character.
fn json(value: &impl Serialize) -> Result<String, ApplyError> {
    Ok(serde_json::to_string(value).map_err(LogError::Encode)?.replace("\\u0000", ""))
}

async fn finish(
    connection: &mut PgConnection,
    schema: &str,
    entry: &Entry,
    (state, at, error): (&str, DateTime<Utc>, Option<String>),
    counts: BulkCounts,
) -> Result<(), sqlx::Error> {
    let sql = format!(
        "update {schema}.bulks set sequence = $2, state = $3, finished_at = $4, error = $5, selected = $6, not_run = $7 where id = $1"
    );
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(entry.sequence)
        .bind(state)
        .bind(at)
        .bind(error)
        .bind(number(counts.selected))
        .bind(number(counts.not_run))
        .execute(connection)
        .await
        .map(drop)
}

async fn undoing(
    connection: &mut PgConnection,
    schema: &str,
    entry: &Entry,
    step: UndoStep,
) -> Result<(), sqlx::Error> {
    undo::Row::of(TABLES, connection, schema, entry).step(step).await
}
