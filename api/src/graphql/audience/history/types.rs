//! Events as a person reads them.

use std::collections::HashMap;

use async_graphql::{Json, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_projections::audience::engagement::timeline;
use pivotal_projections::audience::history::query;
use pivotal_projections::audience::history::render::FieldEntry;
use serde_json::Value;
use uuid::Uuid;

/// One event of a record: who, when, from where, and each field's old and new value.
#[derive(Debug, SimpleObject)]
pub struct HistoryEntry {
    pub position: i64,
    pub sequence: i64,
    /// Of the activity: changes, imports, merges, standing, engagement, tasks, notes.
    pub kind: &'static str,
    pub event_type: String,
    pub title: String,
    pub at: DateTime<Utc>,
    pub source: String,
    pub source_label: String,
    pub import_id: Option<Uuid>,
    pub import_row: Option<i32>,
    pub actor_id: Option<Uuid>,
    pub actor_name: Option<String>,
    pub role: Option<String>,
    /// The values were taken again from the record as it was then.
    pub restored_from: Option<DateTime<Utc>>,
    pub changes: Vec<FieldChangeEntry>,
    pub undoable: bool,
    /// The request for erasure as whose answer this was done, for who may handle requests.
    pub request_id: Option<Uuid>,
    /// Of a mail of ours: its subject as it was written, and the link that was clicked. For who may see campaigns.
    pub about: Option<String>,
}

/// kept=true: `new` is the candidate that lost against `old`, with the rule that decided.
#[derive(Debug, SimpleObject)]
pub struct FieldChangeEntry {
    pub field: String,
    pub label: String,
    pub old: Option<Json<Value>>,
    pub new: Option<Json<Value>>,
    pub kept: bool,
    pub rule: Option<&'static str>,
    pub derived: bool,
}

impl HistoryEntry {
    pub fn of(entry: query::HistoryEntry, names: &HashMap<Uuid, String>) -> Self {
        let actor_name = match entry.actor_id {
            Some(id) => names.get(&id).cloned(),
            // What happened between us and a contact is nobody's doing here.
            None if entry.kind == timeline::KIND.key => None,
            None => Some("Pivotal".to_owned()),
        };
        HistoryEntry {
            position: entry.position,
            sequence: entry.sequence,
            kind: entry.kind,
            event_type: entry.event_type,
            title: entry.title,
            at: entry.at,
            source: entry.source,
            source_label: entry.source_label,
            import_id: entry.import_id,
            import_row: entry.import_row,
            actor_id: entry.actor_id,
            actor_name,
            role: Some(entry.role).filter(|role| !role.is_empty()),
            restored_from: entry.restored_from,
            changes: entry.changes.into_iter().map(FieldChangeEntry::from).collect(),
            undoable: entry.undoable,
            request_id: entry.request_id,
            about: entry.about,
        }
    }
}

impl From<FieldEntry> for FieldChangeEntry {
    fn from(entry: FieldEntry) -> Self {
        FieldChangeEntry {
            field: entry.field,
            label: entry.label,
            old: entry.old.map(Json),
            new: entry.new.map(Json),
            kept: entry.kept,
            rule: entry.rule,
            derived: entry.derived,
        }
    }
}
