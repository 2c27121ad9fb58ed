//! Tasks and notes on the timeline of the record they are about, and of the one it was merged into.

use async_trait::async_trait;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::values::text;
use uuid::Uuid;

use super::records::merged_into;
use crate::audience::history::port::{Activity, Kind, Reading, Stretch, Tally, Wanted};
use crate::audience::history::query::{HistoryEntry, source_label};
use crate::page::QueryError;

const TASKS: Kind = Kind { key: "tasks", label: "Tasks" };
const NOTES: Kind = Kind { key: "notes", label: "Notes" };

/// So much of a text tells which one it is.
const EXCERPT: usize = 120;

/// What happened to tasks and notes, told by what they say now: who reads a timeline wants to know which task was done.
#[derive(Debug, Clone, Copy)]
pub struct Work;

#[async_trait]
impl Activity for Work {
    fn kinds(&self) -> &'static [Kind] {
        &[TASKS, NOTES]
    }

    async fn entries(
        &self,
        Reading { pool, .. }: Reading<'_>,
        record: (Entity, Uuid),
        wanted: &Wanted,
        stretch: Stretch,
    ) -> Result<Vec<HistoryEntry>, QueryError> {
        let records = merged_into(pool, record).await?;
        let rows = sqlx::query!(
            r#"select h.position, h.sequence, h.event_type, h.actor, h.source, h.at, w.kind as "kind!", w.said from (
                 select id, 'tasks' as kind, title as said from read.tasks where record_id = any($1)
                 union all select id, 'notes', body from read.notes where record_id = any($1)) w
               join read.history h on h.entity_id = w.id and h.entity in ('task', 'note')
               where ($2::bigint is null or h.position < $2) and ($3::bigint is null or h.position > $3)
                 and (cardinality($6::text[]) = 0 or w.kind = any($6)) and ($7::text is null or h.actor = $7)
                 and ($8::timestamptz is null or h.at >= $8) and ($9::timestamptz is null or h.at < $9)
               order by case when $4 then h.position else -h.position end limit $5"#,
            &records, stretch.before, stretch.after, stretch.backwards, stretch.limit,
            &wanted.kinds, wanted.actor, wanted.from, wanted.to
        )
        .fetch_all(pool)
        .await?;
        let entries = rows.into_iter().map(|row| HistoryEntry {
            position: row.position,
            sequence: row.sequence,
            kind: if row.kind == NOTES.key { NOTES.key } else { TASKS.key },
            title: title(&row.event_type, row.said.as_deref()),
            event_type: row.event_type,
            at: row.at,
            source_label: source_label(&row.source, None, None),
            source: row.source,
            import_id: None,
            import_row: None,
            actor_id: row.actor.parse().ok(),
            role: String::new(),
            restored_from: None,
            changes: Vec::new(),
            // Taken back where they stand, not on the record.
            undoable: false,
            request_id: None,
            about: None,
        });
        Ok(entries.collect())
    }

    async fn count(
        &self,
        Reading { pool, .. }: Reading<'_>,
        record: (Entity, Uuid),
        wanted: &Wanted,
    ) -> Result<i64, QueryError> {
        let records = merged_into(pool, record).await?;
        Ok(sqlx::query_scalar!(
            r#"select count(*) as "count!" from (
                 select id, 'tasks' as kind from read.tasks where record_id = any($1)
                 union all select id, 'notes' from read.notes where record_id = any($1)) w
               join read.history h on h.entity_id = w.id and h.entity in ('task', 'note')
               where (cardinality($2::text[]) = 0 or w.kind = any($2)) and ($3::text is null or h.actor = $3)
                 and ($4::timestamptz is null or h.at >= $4) and ($5::timestamptz is null or h.at < $5)"#,
            &records,
            &wanted.kinds,
            wanted.actor,
            wanted.from,
            wanted.to
        )
        .fetch_one(pool)
        .await?)
    }

    async fn tally(
        &self,
        Reading { pool, .. }: Reading<'_>,
        record: (Entity, Uuid),
        tally: &mut Tally,
    ) -> Result<(), QueryError> {
        let records = merged_into(pool, record).await?;
        let rows = sqlx::query!(
            r#"select w.kind as "kind!", h.actor, count(*) as "count!" from (
                 select id, 'tasks' as kind from read.tasks where record_id = any($1)
                 union all select id, 'notes' from read.notes where record_id = any($1)) w
               join read.history h on h.entity_id = w.id and h.entity in ('task', 'note') group by w.kind, h.actor"#,
            &records
        )
        .fetch_all(pool)
        .await?;
        for row in rows {
            let kind = if row.kind == NOTES.key { NOTES.key } else { TASKS.key };
            *tally.kinds.entry(kind).or_default() += row.count;
            *tally.actors.entry(row.actor).or_default() += row.count;
        }
        Ok(())
    }
}

/// "Task done: Call back".
fn title(event: &str, said: Option<&str>) -> String {
    let what = match event {
        "TaskCreated" => "Task added",
        "TaskChanged" => "Task changed",
        "TaskAssigned" => "Task assigned",
        "TaskCompleted" => "Task done",
        "TaskCancelled" => "Task cancelled",
        "TaskReopened" => "Task opened again",
        "TaskDeleted" => "Task deleted",
        "TaskRestored" => "Task restored",
        "TaskTextForgotten" => "Text of a task erased",
        "NoteAdded" => "Note added",
        "NoteEdited" => "Note edited",
        "NotePinned" => "Note pinned",
        "NoteUnpinned" => "Note no longer pinned",
        "NoteDeleted" => "Note deleted",
        "NoteRestored" => "Note restored",
        "NoteTextForgotten" => "Text of a note erased",
        // Of a newer release.
        other => other,
    };
    match said.and_then(|said| said.lines().next()) {
        Some(said) => format!("{what}: {}", text::cut(said, EXCERPT)),
        None => what.to_owned(),
    }
}
