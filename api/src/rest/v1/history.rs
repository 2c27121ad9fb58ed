//! The history of a record: who changed what, when, from where.

use chrono::{DateTime, Utc};
use pivotal_projections::audience::history::query::HistoryEntry;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// In the log; what an undo names.
    pub position: i64,
    pub sequence: i64,
    /// changes, imports, merges, standing, engagement, tasks, notes.
    pub kind: String,
    pub event_type: String,
    pub title: String,
    pub at: DateTime<Utc>,
    pub source: String,
    pub import_id: Option<Uuid>,
    pub import_row: Option<i32>,
    pub actor_id: Option<Uuid>,
    pub role: String,
    /// The values were taken again from the record as it was then.
    pub restored_from: Option<DateTime<Utc>>,
    pub changes: Vec<Change>,
    /// The request for erasure as whose answer this was done, for who may handle requests.
    pub request_id: Option<Uuid>,
    /// Of a mail of ours: its subject as it was written, and the link that was clicked. For who may see campaigns.
    pub about: Option<String>,
}

/// One field. With `kept`, `new` is a candidate that lost against `old`.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    pub field: String,
    pub old: Option<Value>,
    pub new: Option<Value>,
    pub kept: bool,
    pub rule: Option<String>,
    pub derived: bool,
}

impl From<HistoryEntry> for Entry {
    fn from(entry: HistoryEntry) -> Self {
        let changes = entry.changes.into_iter().map(|change| Change {
            field: change.field,
            old: change.old,
            new: change.new,
            kept: change.kept,
            rule: change.rule.map(str::to_owned),
            derived: change.derived,
        });
        Entry {
            position: entry.position,
            sequence: entry.sequence,
            kind: entry.kind.to_owned(),
            event_type: entry.event_type,
            title: entry.title,
            at: entry.at,
            source: entry.source,
            import_id: entry.import_id,
            import_row: entry.import_row,
            actor_id: entry.actor_id,
            role: entry.role,
            restored_from: entry.restored_from,
            changes: changes.collect(),
            request_id: entry.request_id,
            about: entry.about,
        }
    }
}
