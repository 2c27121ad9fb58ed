//! Taking an import back: what that came to, what it would come to, and what is left.

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::audience::imports::undo::undo_rows;
use pivotal_commands::audience::record::lists::ListPage;
use pivotal_commands::audience::record::undo::read::ReadUndo;
use pivotal_commands::audience::record::undo::rows::{UndoList, UndoRow};
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::record::undo::{Conflict, Reason, UndoCounts, UndoOutcome};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::imports::query;
use pivotal_projections::audience::imports::undo::left as left_rows;
use pivotal_projections::audience::undo::{LeftRow, UndoRun, UndoShown, UndoState};
use pivotal_projections::page::Page;
use pivotal_projections::{jobs, page};
use uuid::Uuid;

use super::preview::{entry, label_of};
use super::types::number;
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::history::types::FieldChangeEntry;
use crate::graphql::audience::record::Entity;
use crate::graphql::connection::page_args;
use crate::graphql::log::jobs::types::JobProgress;

/// What is undone, in sentences.
const IMPORT: &str = "the import";

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "UndoState")]
pub enum ImportUndoState {
    Running,
    Done,
    /// What was taken back until then stays so; undo again to go on.
    Cancelled,
    /// Of a look: the counts are here, the lists are not.
    Expired,
}

/// ARCHIVED: the import made it. PARTLY: some values got their old one, others were touched since. KEPT: left as it is.
/// NOTHING: there was nothing (more) to take back. GONE: the person was erased.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "UndoOutcome")]
pub enum ImportUndoOutcome {
    Archived,
    Reverted,
    Partly,
    Kept,
    Nothing,
    Gone,
}

#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct ImportUndoCounts {
    pub archived: i64,
    pub reverted: i64,
    pub partly: i64,
    pub kept: i64,
    pub nothing: i64,
    pub gone: i64,
}

impl From<UndoCounts> for ImportUndoCounts {
    fn from(counts: UndoCounts) -> Self {
        ImportUndoCounts {
            archived: number(counts.archived),
            reverted: number(counts.reverted),
            partly: number(counts.partly),
            kept: number(counts.kept),
            nothing: number(counts.nothing),
            gone: number(counts.gone),
        }
    }
}

/// An undo of an import, or a look at one. The counts are final when it has ended.
#[derive(Debug, SimpleObject)]
pub struct ImportUndo {
    pub state: ImportUndoState,
    pub started_at: DateTime<Utc>,
    pub finished_at: Option<DateTime<Utc>>,
    /// Of a look: its lists can be opened until then.
    pub expires_at: Option<DateTime<Utc>>,
    pub contacts: ImportUndoCounts,
    pub accounts: ImportUndoCounts,
    /// While it runs, in chunks of the import.
    pub progress: Option<JobProgress>,
}

impl ImportUndo {
    /// The undo and the look; one of them at most is running.
    pub fn both(shown: UndoShown, progress: Option<jobs::JobProgress>) -> (Option<Self>, Option<Self>) {
        let progress = progress.map(JobProgress::from);
        let of = |run: UndoRun| {
            let running = run.state == UndoState::Running;
            ImportUndo {
                state: run.state.into(),
                started_at: run.started_at,
                finished_at: run.finished_at,
                expires_at: run.expires_at,
                contacts: run.result.contacts.into(),
                accounts: run.result.accounts.into(),
                progress: progress.clone().filter(|_| running),
            }
        };
        (shown.undo.map(&of), shown.preview.map(&of))
    }

    /// Changes when there is something new to see.
    pub fn key(&self) -> (ImportUndoState, Option<i64>, Option<DateTime<Utc>>) {
        (self.state, self.progress.as_ref().map(|progress| progress.done), self.finished_at)
    }
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum ImportUndoList {
    Archived,
    /// In whole or in part.
    Reverted,
    /// Left, in whole or in part, unless chosen.
    Conflicts,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Reason")]
pub enum ImportUndoReason {
    ChangedSince,
    ActivitySince,
    ArchivedSince,
    ValueTaken,
    NoKey,
}

/// Why something was left. Without a field it is about the record.
#[derive(Debug, SimpleObject)]
pub struct ImportUndoConflict {
    pub field: Option<String>,
    pub label: Option<String>,
    pub reason: ImportUndoReason,
    pub message: String,
}

#[derive(Debug, SimpleObject)]
pub struct ImportUndoRow {
    pub entity: Entity,
    pub record_id: Uuid,
    /// A name or address, for a person; null in what an undo left.
    pub name: Option<String>,
    pub outcome: ImportUndoOutcome,
    /// Values as they are (old) and as they would be (new).
    pub changes: Vec<FieldChangeEntry>,
    pub conflicts: Vec<ImportUndoConflict>,
}

#[derive(Debug, SimpleObject)]
pub struct ImportUndoRows {
    pub rows: Vec<ImportUndoRow>,
    /// For `after`; null when there is no more.
    pub end_cursor: Option<String>,
    pub has_next_page: bool,
}

pub async fn rows(
    core: &Core,
    actor: &Actor,
    id: Uuid,
    list: ImportUndoList,
    first: Option<i32>,
    after: Option<String>,
) -> ApiResult<ImportUndoRows> {
    let page = undo_rows(&core.context, actor, reading(id, list, first, after)?).await?;
    Ok(foretold(page, IMPORT))
}

/// A page of a list, as it was asked for.
pub fn reading(
    id: Uuid,
    list: ImportUndoList,
    first: Option<i32>,
    after: Option<String>,
) -> ApiResult<ReadUndo> {
    let args = page_args(first, after, None, 50)?;
    let after: u64 = args.after.as_deref().map(page::decode).transpose()?.unwrap_or_default();
    let first = usize::try_from(args.limit()).unwrap_or_default();
    let list = match list {
        ImportUndoList::Archived => UndoList::Archived,
        ImportUndoList::Reverted => UndoList::Reverted,
        ImportUndoList::Conflicts => UndoList::Conflicts,
    };
    Ok(ReadUndo { id, list, after, first })
}

/// What a look at an undo of this work told.
pub fn foretold(page: ListPage<UndoRow>, work: &str) -> ImportUndoRows {
    let end = page.rows.last().map(|(place, _)| page::encode(place));
    ImportUndoRows {
        rows: page.rows.into_iter().map(|(_, row)| ImportUndoRow::of(row, work)).collect(),
        end_cursor: end.filter(|_| page.more),
        has_next_page: page.more,
    }
}

pub async fn left(
    core: &Core,
    actor: &Actor,
    id: Uuid,
    first: Option<i32>,
    after: Option<String>,
) -> ApiResult<ImportUndoRows> {
    let args = page_args(first, after, None, 50)?;
    let pool = &core.context.log.pools.read;
    query::get(pool, actor, id).await?.ok_or_else(|| ApiError::not_found("import"))?;
    Ok(what_is_left(left_rows(pool, id, &args).await?, IMPORT))
}

/// What an undo of this work left.
pub fn what_is_left(page: Page<LeftRow>, work: &str) -> ImportUndoRows {
    let end_cursor = page.rows.last().map(|(cursor, _)| cursor.clone()).filter(|_| page.has_next);
    ImportUndoRows {
        has_next_page: page.has_next,
        end_cursor,
        rows: page.rows.into_iter().map(|(_, row)| ImportUndoRow::of_left(row, work)).collect(),
    }
}

impl ImportUndoRow {
    fn of(row: UndoRow, work: &str) -> Self {
        let entity = row.entity;
        let changes = row.changes.into_iter().map(|(field, change)| entry(entity, field, change));
        ImportUndoRow {
            entity: entity.into(),
            record_id: row.record,
            name: row.name,
            outcome: row.outcome.into(),
            changes: changes.collect(),
            conflicts: row.conflicts.into_iter().map(|one| conflict(entity, one, work)).collect(),
        }
    }

    fn of_left(row: LeftRow, work: &str) -> Self {
        let entity = row.entity;
        ImportUndoRow {
            entity: entity.into(),
            record_id: row.record_id,
            name: None,
            outcome: row.outcome.into(),
            changes: Vec::new(),
            conflicts: row.conflicts.into_iter().map(|one| conflict(entity, one, work)).collect(),
        }
    }
}

fn conflict(entity: catalogue::Entity, conflict: Conflict, work: &str) -> ImportUndoConflict {
    let message = match conflict.reason {
        Reason::ChangedSince => format!("Changed since {work}."),
        Reason::ActivitySince => format!("Something happened with it since {work}."),
        Reason::ArchivedSince => format!("Archived since {work}."),
        Reason::ValueTaken => "Another record has the old value now.".to_owned(),
        Reason::NoKey => format!("Without the values of {work} it could not be found again."),
    };
    ImportUndoConflict {
        label: conflict.field.as_deref().map(|field| label_of(entity, field)),
        field: conflict.field,
        reason: conflict.reason.into(),
        message,
    }
}
