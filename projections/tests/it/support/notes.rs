//! Notes: an aggregate with one event, a fact about it, and a projection that writes both down.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use async_trait::async_trait;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, Lane, NewEvent, NewFact};
use pivotal_log::event_log::EventLog;
use pivotal_log::reader::Interest;
use pivotal_projections::runner::opened::refused;
use pivotal_projections::runner::{ApplyError, Opened, Projection, Spec, Target};
use serde_json::json;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

/// Rows of the projection, one per entry of the log, plus one that sums them up per note.
pub async fn create_tables(pool: &PgPool) {
    let sql =
        "create table read.test_notes (position bigint primary key, note uuid not null, text text not null);
               create index test_test_notes_text on read.test_notes (text);
               create table read.note_counts (note uuid primary key, entries bigint not null)";
    sqlx::raw_sql(sql).execute(pool).await.unwrap();
}

pub fn note(id: Uuid, sequence: i64, text: &str) -> NewEvent {
    NewEvent {
        aggregate_type: "note",
        aggregate_id: id,
        sequence,
        event_type: "NoteWritten".into(),
        event_version: "1.0".into(),
        payload: json!({"NoteWritten": {"text": text}}),
        metadata: Metadata::system("system"),
        personal: &[],
        subject: None,
    }
}

pub fn seen(id: Uuid) -> NewFact {
    NewFact {
        kind: "note_seen",
        version: "1.0",
        about_type: "note",
        about_id: id,
        payload: json!({"NoteSeen": {"text": "seen"}}),
        metadata: Metadata::system("system"),
        personal: &[],
        subject: None,
    }
}

/// A new note each; answers the last position.
pub async fn write(log: &EventLog, texts: &[&str]) -> i64 {
    let mut append = Append::new(Lane::Interactive);
    append.events = texts.iter().map(|text| note(Uuid::now_v7(), 1, text)).collect();
    log.append(append).await.unwrap()
}

/// Refuses the text `poison` until it is told to digest it, and can be made to fail or to wait in mid-batch.
#[derive(Debug, Clone, Default)]
pub struct Notes {
    pub digest: Arc<std::sync::atomic::AtomicBool>,
    /// Kills its own connection after this many more batches.
    pub die_in: Arc<AtomicI64>,
    pub version: i32,
}

pub const NAME: &str = "notes";

#[async_trait]
impl Projection for Notes {
    fn spec(&self) -> Spec {
        Spec {
            name: NAME,
            version: self.version,
            tables: &["test_notes", "note_counts"],
            interest: Interest { aggregates: &["note"], facts: &["note_seen"] },
        }
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        for entry in batch.entries() {
            let body: serde_json::Value = batch.fact(entry)?;
            let text = body
                .as_object()
                .and_then(|body| body.values().next())
                .and_then(|body| body["text"].as_str())
                .unwrap_or_default();
            match text {
                "poison" if !self.digest.load(Ordering::SeqCst) => {
                    return Err(refused(entry, "it is poison"));
                }
                "bad row" if !self.digest.load(Ordering::SeqCst) => {
                    insert(target.connection, target.schema, entry.position, entry.about_id, None).await?
                }
                text => {
                    insert(target.connection, target.schema, entry.position, entry.about_id, Some(text))
                        .await?
                }
            }
        }
        if self.die_in.fetch_sub(1, Ordering::SeqCst) == 1 {
            sqlx::query("select pg_terminate_backend(pg_backend_pid())")
                .execute(&mut *target.connection)
                .await?;
        }
        Ok(())
    }
}

async fn insert(
    connection: &mut PgConnection,
    schema: &str,
    position: i64,
    note: Uuid,
    text: Option<&str>,
) -> Result<(), sqlx::Error> {
    let sql = format!("insert into {schema}.test_notes (position, note, text) values ($1, $2, $3)");
    sqlx::query(&sql).bind(position).bind(note).bind(text).execute(&mut *connection).await?;
    let sql = format!(
        "insert into {schema}.note_counts as c (note, entries) values ($1, 1) on conflict (note) do update set entries = c.entries + 1"
    );
    sqlx::query(&sql).bind(note).execute(connection).await.map(|_| ())
}

pub async fn texts(pool: &PgPool) -> Vec<String> {
    sqlx::query_scalar("select text from read.test_notes order by position").fetch_all(pool).await.unwrap()
}
