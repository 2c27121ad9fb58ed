//! Taking an import back: what that came to, what it would come to, and what is left.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::audience::imports::undo::undo_rows;
use pivotal_commands::audience::record::lists::ListPage;
use pivotal_commands::audience::record::undo::read::ReadUndo;
use pivotal_commands::audience::record::undo::rows::{UndoList, UndoRow};
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::record::undo::origin::Origin;
use pivotal_domain::audience::record::undo::{Conflict, Reason, UndoCounts, UndoOutcome};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::imports::query;
use pivotal_projections::audience::imports::undo::left as left_rows;
use pivotal_projections::audience::provenance::since::{self, LeftOf, values_since};
use pivotal_projections::audience::undo::{LeftRow, UndoRun, UndoShown, UndoState};
use pivotal_projections::page::Page;
use pivotal_projections::{jobs, page};
use uuid::Uuid;

use super::counts::number;
use super::preview::{entry, label_of};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::history::types::FieldChangeEntry;
use crate::graphql::audience::provenance::types::ValueSince;
use crate::graphql::audience::record::Entity;
use crate::graphql::connection::page_args;
use crate::graphql::log::jobs::types::JobProgress;

/// What is undone, and what sentences call it.
#[derive(Debug, Clone, Copy)]
pub struct Work {
    pub origin: Origin,
    pub words: &'static str,
}

impl Work {
    fn import(id: Uuid) -> Self {
        Work { origin: Origin::Import(id), words: "the import" }
    }
}

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

/// Why something was left. Without a field it is about the record. `choosable`: choosing the record takes it back all the same;
/// where it does not, `wayOut` says what would settle it.
#[derive(Debug, SimpleObject)]
pub struct ImportUndoConflict {
    pub field: Option<String>,
    pub label: Option<String>,
    pub reason: ImportUndoReason,
    pub message: String,
    pub choosable: bool,
    pub way_out: Option<String>,
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
    /// Where somebody else's value stands in the way: what the work wrote, what is there now and whose that is.
    pub values: Vec<ValueSince>,
    /// Whether choosing it takes something of it back: at least one conflict is choosable, and none of the record as a whole is not.
    pub choosable: bool,
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
    foretold(core, actor, page, Work::import(id)).await
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
pub async fn foretold(
    core: &Core,
    actor: &Actor,
    page: ListPage<UndoRow>,
    work: Work,
) -> ApiResult<ImportUndoRows> {
    let end = page.rows.last().map(|(place, _)| page::encode(place));
    let of = page.rows.iter().map(|(_, row)| LeftOf {
        entity: row.entity,
        id: row.record,
        conflicts: &row.conflicts,
    });
    let mut since = Since::of(core, actor, work, of.collect()).await?;
    Ok(ImportUndoRows {
        rows: page.rows.into_iter().map(|(_, row)| ImportUndoRow::of(row, work, &mut since)).collect(),
        end_cursor: end.filter(|_| page.more),
        has_next_page: page.more,
    })
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
    what_is_left(core, actor, left_rows(pool, id, &args).await?, Work::import(id)).await
}

/// What an undo of this work left.
pub async fn what_is_left(
    core: &Core,
    actor: &Actor,
    page: Page<LeftRow>,
    work: Work,
) -> ApiResult<ImportUndoRows> {
    let end_cursor = page.rows.last().map(|(cursor, _)| cursor.clone()).filter(|_| page.has_next);
    let of = page.rows.iter().map(|(_, row)| left_of(row));
    let mut since = Since::of(core, actor, work, of.collect()).await?;
    Ok(ImportUndoRows {
        has_next_page: page.has_next,
        end_cursor,
        rows: page.rows.into_iter().map(|(_, row)| ImportUndoRow::of_left(row, work, &mut since)).collect(),
    })
}

pub fn left_of(row: &LeftRow) -> LeftOf<'_> {
    LeftOf { entity: row.entity, id: row.record_id, conflicts: &row.conflicts }
}

/// The values that stand in the way, of a page of records.
struct Since {
    values: HashMap<Uuid, Vec<since::ValueSince>>,
    names: Arc<HashMap<Uuid, String>>,
}

impl Since {
    async fn of(core: &Core, actor: &Actor, work: Work, records: Vec<LeftOf<'_>>) -> ApiResult<Self> {
        let pool = &core.context.log.pools.read;
        let values = values_since(pool, &core.opener, actor, work.origin, &records).await?;
        Ok(Since { values, names: core.directory.names().await? })
    }

    fn take(&mut self, entity: catalogue::Entity, id: Uuid) -> Vec<ValueSince> {
        let values = self.values.remove(&id).unwrap_or_default();
        values.into_iter().map(|one| ValueSince::of(entity, one, &self.names)).collect()
    }
}

/// A conflict of the record as a whole that is not settled by choosing keeps everything of it.
pub fn is_choosable(conflicts: &[Conflict]) -> bool {
    let whole = conflicts.iter().any(|one| one.field.is_none() && !one.reason.is_choosable());
    !whole && conflicts.iter().any(|one| one.reason.is_choosable())
}

impl ImportUndoRow {
    fn of(row: UndoRow, work: Work, since: &mut Since) -> Self {
        let entity = row.entity;
        let changes = row.changes.into_iter().map(|(field, change)| entry(entity, field, change));
        ImportUndoRow {
            entity: entity.into(),
            record_id: row.record,
            name: row.name,
            outcome: row.outcome.into(),
            changes: changes.collect(),
            values: since.take(entity, row.record),
            choosable: is_choosable(&row.conflicts),
            conflicts: row.conflicts.into_iter().map(|one| conflict(entity, one, work.words)).collect(),
        }
    }

    fn of_left(row: LeftRow, work: Work, since: &mut Since) -> Self {
        let entity = row.entity;
        ImportUndoRow {
            entity: entity.into(),
            record_id: row.record_id,
            name: None,
            outcome: row.outcome.into(),
            changes: Vec::new(),
            values: since.take(entity, row.record_id),
            choosable: is_choosable(&row.conflicts),
            conflicts: row.conflicts.into_iter().map(|one| conflict(entity, one, work.words)).collect(),
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
        choosable: conflict.reason.is_choosable(),
        way_out: conflict.reason.way_out().map(str::to_owned),
        reason: conflict.reason.into(),
        message,
    }
}
