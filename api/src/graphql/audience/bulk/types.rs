//! A bulk change as the API shows it.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Enum, Json, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::audience::bulk::action::ActionKind;
use pivotal_domain::audience::bulk::error::BulkError;
use pivotal_domain::audience::bulk::outcome::Refusal;
use pivotal_domain::audience::bulk::{self, BulkState as State};
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::bulk::query::BulkRow;
use pivotal_projections::audience::bulk::records::RecordRow;
use pivotal_projections::audience::undo::{UndoRun, UndoState};
use pivotal_projections::jobs;
use serde_json::Value;
use uuid::Uuid;

use crate::graphql::audience::imports::undo::{ImportUndoCounts, ImportUndoState};
use crate::graphql::audience::record::Entity;
use crate::graphql::log::jobs::types::JobProgress;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ActionKind")]
pub enum BulkKind {
    SetFields,
    AddTags,
    RemoveTags,
    Assign,
    Archive,
    Restore,
    /// Part of applying survivorship rules; cannot be asked for by itself.
    Weigh,
    /// Asked for by recordsMerge and duplicatesMerge.
    Merge,
    /// Accepts the industry that is suggested for each account, where it is sure enough.
    AcceptIndustry,
    /// Says no to the industry that is suggested for each account, where it waits for somebody. The account stays as it is.
    RejectIndustry,
    /// Takes down why each contact may be contacted, as recording it of one does.
    RecordConsent,
    /// Each comes into a list of records.
    AddToList,
    /// Each leaves a list of records.
    RemoveFromList,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum BulkState {
    /// Waits for its turn, or its records are being gathered.
    Asked,
    Running,
    Completed,
    /// What was changed until then stays so.
    Cancelled,
    Failed,
    Undone,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum BulkOutcome {
    Changed,
    /// It was so already.
    Unchanged,
    /// It lost nothing; why stands beside it.
    Refused,
}

impl BulkOutcome {
    pub fn as_str(self) -> &'static str {
        match self {
            BulkOutcome::Changed => "changed",
            BulkOutcome::Unchanged => "unchanged",
            BulkOutcome::Refused => "refused",
        }
    }
}

/// Records that a selection means now.
#[derive(Debug, SimpleObject)]
pub struct BulkPreview {
    pub matching: i64,
    /// Of these, records your role may not change in bulk; they would be refused.
    pub out_of_reach: i64,
    /// Of these within reach, archived ones: they would be refused, except by RESTORE, and left by ARCHIVE.
    pub archived: i64,
}

/// The other four add up to `selected`.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct BulkCounts {
    pub selected: i64,
    pub changed: i64,
    pub unchanged: i64,
    pub refused: i64,
    /// It was cancelled or failed before these.
    pub not_run: i64,
}

#[derive(Debug, SimpleObject)]
pub struct BulkReason {
    pub code: String,
    pub message: String,
    pub count: i64,
}

#[derive(Debug, SimpleObject)]
pub struct BulkField {
    pub field: String,
    pub label: String,
}

#[derive(Debug, SimpleObject)]
pub struct BulkAction {
    pub kind: BulkKind,
    /// `Set Country and 2 other fields of contacts`
    pub title: String,
    /// Fields it writes.
    pub fields: Vec<BulkField>,
    /// As it was asked for, with its values; null once a person named in it was erased.
    pub asked: Option<Json<Value>>,
}

/// An undo of a bulk change, or a look at one. The counts are final when it has ended; `archived` is always 0.
#[derive(Debug, SimpleObject)]
pub struct BulkUndo {
    pub state: ImportUndoState,
    pub started_at: DateTime<Utc>,
    pub finished_at: Option<DateTime<Utc>>,
    /// Of a look: its lists can be opened until then.
    pub expires_at: Option<DateTime<Utc>>,
    pub counts: ImportUndoCounts,
    pub progress: Option<JobProgress>,
}

impl BulkUndo {
    fn of(run: UndoRun, entity: Entity, progress: Option<&jobs::JobProgress>) -> Self {
        let counts = match entity {
            Entity::Contact => run.result.contacts,
            Entity::Account => run.result.accounts,
        };
        BulkUndo {
            state: run.state.into(),
            started_at: run.started_at,
            finished_at: run.finished_at,
            expires_at: run.expires_at,
            counts: counts.into(),
            progress: progress.filter(|_| run.state == UndoState::Running).cloned().map(JobProgress::from),
        }
    }

    /// Changes when there is something new to see.
    pub fn key(&self) -> (ImportUndoState, Option<i64>, Option<DateTime<Utc>>) {
        (self.state, self.progress.as_ref().map(|progress| progress.done), self.finished_at)
    }
}

/// One action on many records. Which they are is settled when it begins.
#[derive(Debug, SimpleObject)]
pub struct Bulk {
    pub id: Uuid,
    pub entity: Entity,
    pub action: BulkAction,
    pub state: BulkState,
    /// Records were named one by one.
    pub by_ids: bool,
    /// The list's arguments; null when records were named one by one, or a person named in them was erased.
    pub filter: Option<Json<Value>>,
    /// The number that whoever asked saw counted.
    pub expected: Option<i64>,
    pub counts: BulkCounts,
    /// Why records were refused, the most frequent first.
    pub reasons: Vec<BulkReason>,
    pub created_at: DateTime<Utc>,
    pub created_by: Option<String>,
    /// You asked for it.
    pub mine: bool,
    pub finished_at: Option<DateTime<Utc>>,
    pub error: Option<String>,
    pub progress: Option<JobProgress>,
    /// The last undo; null before one was started.
    pub undo: Option<BulkUndo>,
    /// The last look at what an undo would do.
    pub undo_preview: Option<BulkUndo>,
    pub may_undo: bool,
    /// In a sentence, when it may not be undone now.
    pub why_not_undo: Option<String>,
}

/// The names of things that a bulk change speaks of.
#[derive(Debug, Default)]
pub struct Words {
    pub users: Arc<HashMap<Uuid, String>>,
    pub contacts: Definitions,
    pub accounts: Definitions,
}

impl Bulk {
    pub fn of(row: BulkRow, words: &Words, viewer: &Actor) -> Self {
        let created_by = match row.created_by.is_nil() {
            true => Some("Pivotal".to_owned()),
            false => words.users.get(&row.created_by).cloned(),
        };
        let entity = if row.entity == "account" { Entity::Account } else { Entity::Contact };
        let undoable = undoable(&row);
        let mut reasons: Vec<BulkReason> = row.reasons.iter().map(reason).collect();
        reasons.sort_by_key(|reason| -reason.count);
        let (undo, look) = (row.undo.undo.clone(), row.undo.preview.clone());
        let progress = row.undo_progress.as_ref();
        Bulk {
            action: action(&row, words),
            undo: undo.map(|run| BulkUndo::of(run, entity, progress)),
            undo_preview: look.map(|run| BulkUndo::of(run, entity, progress)),
            id: row.id,
            entity,
            state: match state_of(&row) {
                State::Absent | State::Asked => BulkState::Asked,
                State::Running => BulkState::Running,
                State::Completed => BulkState::Completed,
                State::Cancelled => BulkState::Cancelled,
                State::Failed => BulkState::Failed,
                State::Undone => BulkState::Undone,
            },
            by_ids: row.by_ids,
            filter: row.filter.map(Json),
            expected: row.expected,
            counts: BulkCounts {
                selected: row.selected,
                changed: row.changed,
                unchanged: row.unchanged,
                refused: row.refused,
                not_run: row.not_run,
            },
            reasons,
            created_at: row.created_at,
            created_by,
            mine: row.created_by == viewer.user_id,
            finished_at: row.finished_at,
            error: row.error,
            progress: row.progress.map(JobProgress::from),
            may_undo: undoable.is_ok(),
            why_not_undo: undoable.err(),
        }
    }
}

fn state_of(row: &BulkRow) -> State {
    serde_json::from_value(Value::from(row.state.as_str())).unwrap_or_default()
}

/// By the rule that the command decides by. It asks again.
fn undoable(row: &BulkRow) -> Result<(), String> {
    let undo = row.undo.undo.as_ref();
    let left = undo.map_or(0, |run| run.result.left());
    let running = undo.is_some_and(|run| run.state == UndoState::Running);
    let changed = u64::try_from(row.changed).unwrap_or_default();
    let undoable = bulk::may_be_undone(state_of(row), changed, left, running);
    let undoable = if row.filled_copy { undoable.and(Err(BulkError::FilledCopy)) } else { undoable };
    undoable.map_err(|error| error.to_string())
}

fn reason((code, count): (&String, &i64)) -> BulkReason {
    BulkReason { code: code.clone(), message: sentence(code), count: *count }
}

fn sentence(code: &str) -> String {
    Refusal::of_code(code).map_or_else(String::new, |refusal| refusal.sentence().to_owned())
}

fn action(row: &BulkRow, words: &Words) -> BulkAction {
    let kind: ActionKind =
        serde_json::from_value(Value::from(row.kind.as_str())).unwrap_or(ActionKind::SetFields);
    let (entity, definitions) = match row.entity.as_str() {
        "account" => (catalogue::Entity::Account, &words.accounts),
        _ => (catalogue::Entity::Contact, &words.contacts),
    };
    let labels: Vec<String> = row.fields.iter().map(|key| definitions.label(entity, key)).collect();
    let fields = row.fields.iter().cloned().zip(labels.iter().cloned());
    BulkAction {
        kind: kind.into(),
        title: kind.title(entity, &labels),
        fields: fields.map(|(field, label)| BulkField { field, label }).collect(),
        asked: row.action.clone().map(Json),
    }
}

/// A record and what became of it.
#[derive(Debug, SimpleObject)]
pub struct BulkRecord {
    pub record_id: Uuid,
    /// As it is called now; null when it is erased, or may not be seen.
    pub name: Option<String>,
    pub outcome: BulkOutcome,
    /// Of a refused one.
    pub code: Option<String>,
    pub message: Option<String>,
}

impl From<RecordRow> for BulkRecord {
    fn from(row: RecordRow) -> Self {
        BulkRecord {
            record_id: row.record_id,
            name: row.name,
            outcome: match row.outcome.as_str() {
                "changed" => BulkOutcome::Changed,
                "unchanged" => BulkOutcome::Unchanged,
                _ => BulkOutcome::Refused,
            },
            message: row.code.as_deref().map(sentence),
            code: row.code,
        }
    }
}
