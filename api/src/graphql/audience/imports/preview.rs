//! The preview of an import, and its lists.

use async_graphql::{Enum, Json, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::audience::imports::preview::lists::List;
use pivotal_commands::audience::imports::preview::read::{ReadPreview, preview_rows};
use pivotal_commands::audience::imports::preview::tell;
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::imports::facts::RowProblem;
use pivotal_domain::audience::imports::problem::sentence;
use pivotal_domain::audience::record::change::{FieldChange, KeptRule};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::imports::preview::{PreviewRow, PreviewState};
use pivotal_projections::jobs;
use pivotal_projections::page;
use uuid::Uuid;

use super::counts::ImportOutcomes;
use crate::app::Core;
use crate::errors::ApiResult;
use crate::graphql::audience::history::types::FieldChangeEntry;
use crate::graphql::audience::record::Entity;
use crate::graphql::connection::page_args;
use crate::graphql::log::jobs::types::JobProgress;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum ImportPreviewState {
    Running,
    Done,
    Cancelled,
    Failed,
    /// The counts are here, the lists are not: their time is over, the run has begun, or a person was erased.
    Expired,
}

/// What a run would come to now. The outcomes are those of a run.
#[derive(Debug, SimpleObject)]
pub struct ImportPreview {
    pub state: ImportPreviewState,
    pub started_at: DateTime<Utc>,
    pub finished_at: Option<DateTime<Utc>>,
    /// The lists can be opened until then.
    pub expires_at: Option<DateTime<Utc>>,
    pub error: Option<String>,
    pub outcomes: ImportOutcomes,
    /// Accounts made or changed beside the contacts that are counted.
    pub accounts_created: i64,
    pub accounts_updated: i64,
    /// While it runs.
    pub progress: Option<JobProgress>,
}

impl ImportPreview {
    pub fn of(row: PreviewRow, progress: Option<jobs::JobProgress>) -> Self {
        let state = match row.state {
            PreviewState::Running => ImportPreviewState::Running,
            PreviewState::Done => ImportPreviewState::Done,
            PreviewState::Cancelled => ImportPreviewState::Cancelled,
            PreviewState::Failed => ImportPreviewState::Failed,
            PreviewState::Expired => ImportPreviewState::Expired,
        };
        ImportPreview {
            state,
            started_at: row.started_at,
            finished_at: row.finished_at,
            expires_at: row.expires_at,
            error: row.error,
            accounts_created: super::counts::number(row.result.accounts_created),
            accounts_updated: super::counts::number(row.result.accounts_updated),
            outcomes: row.result.outcomes.into(),
            progress: progress.map(JobProgress::from),
        }
    }

    /// Changes when there is something new to see.
    pub fn key(&self) -> (ImportPreviewState, Option<i64>, Option<DateTime<Utc>>) {
        (self.state, self.progress.as_ref().map(|progress| progress.done), self.finished_at)
    }
}

/// Each row of the file stands in one list of an outcome. WARNINGS: rows that would go in, but without a value or with a
/// doubt. ACCOUNTS_CREATED, ACCOUNTS_UPDATED: on the side, at the first row that does it.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum ImportPreviewList {
    Created,
    Updated,
    Unchanged,
    MergedInFile,
    MatchesArchived,
    Rejected,
    Warnings,
    AccountsCreated,
    AccountsUpdated,
}

impl From<ImportPreviewList> for List {
    fn from(list: ImportPreviewList) -> List {
        match list {
            ImportPreviewList::Created => List::Created,
            ImportPreviewList::Updated => List::Updated,
            ImportPreviewList::Unchanged => List::Unchanged,
            ImportPreviewList::MergedInFile => List::MergedInFile,
            ImportPreviewList::MatchesArchived => List::MatchesArchived,
            ImportPreviewList::Rejected => List::Rejected,
            ImportPreviewList::Warnings => List::Warnings,
            ImportPreviewList::AccountsCreated => List::AccountsCreated,
            ImportPreviewList::AccountsUpdated => List::AccountsUpdated,
        }
    }
}

/// Why a row would be rejected, or what would be left out.
#[derive(Debug, SimpleObject, serde::Serialize, utoipa::ToSchema)]
pub struct ImportRowReason {
    pub code: String,
    pub field: Option<String>,
    /// In words, with the field as forms call it.
    pub message: String,
    pub rejected: bool,
}

impl From<RowProblem> for ImportRowReason {
    fn from(problem: RowProblem) -> Self {
        ImportRowReason {
            message: sentence(&problem.code, problem.field.as_deref()),
            code: problem.code,
            field: problem.field,
            rejected: problem.rejected,
        }
    }
}

/// A row of the file, what it would change, and why not.
#[derive(Debug, SimpleObject)]
pub struct ImportPreviewRow {
    /// As a spreadsheet counts it.
    pub row: i32,
    pub entity: Entity,
    /// The record that exists already; null where the run would make it.
    pub record_id: Option<Uuid>,
    /// A name or address, for a person.
    pub name: Option<String>,
    /// The earlier row of the file that is the same record.
    pub into_row: Option<i32>,
    /// Old and new value per field; with kept=true the row's value (new) would lose against the one that stays (old).
    pub changes: Vec<FieldChangeEntry>,
    pub reasons: Vec<ImportRowReason>,
}

#[derive(Debug, SimpleObject)]
pub struct ImportPreviewRows {
    pub rows: Vec<ImportPreviewRow>,
    /// For `after`; null when there is no more.
    pub end_cursor: Option<String>,
    pub has_next_page: bool,
}

pub async fn rows(
    core: &Core,
    actor: &Actor,
    id: Uuid,
    list: ImportPreviewList,
    first: Option<i32>,
    after: Option<String>,
) -> ApiResult<ImportPreviewRows> {
    let args = page_args(first, after, None, 50)?;
    let after: u64 = args.after.as_deref().map(page::decode).transpose()?.unwrap_or_default();
    let first = usize::try_from(args.limit()).unwrap_or_default();
    let read = ReadPreview { id, list: list.into(), after, first };
    let page = preview_rows(&core.context, actor, read).await?;
    let end = page.rows.last().map(|(place, _)| page::encode(place));
    Ok(ImportPreviewRows {
        rows: page.rows.into_iter().map(|(_, row)| ImportPreviewRow::from(row)).collect(),
        end_cursor: end.filter(|_| page.more),
        has_next_page: page.more,
    })
}

impl From<tell::PreviewRow> for ImportPreviewRow {
    fn from(row: tell::PreviewRow) -> Self {
        let entity = catalogue::Entity::from(row.entity);
        let changes = row.changes.into_iter().map(|(field, change)| entry(entity, field, change));
        let kept = row.kept.into_iter().map(|(field, kept)| {
            let change = FieldChange { old: kept.stays, new: Some(kept.candidate) };
            FieldChangeEntry { kept: true, rule: Some(rule_name(kept.rule)), ..entry(entity, field, change) }
        });
        ImportPreviewRow {
            row: i32::try_from(row.row).unwrap_or(i32::MAX),
            entity: entity.into(),
            record_id: row.record,
            name: row.name,
            into_row: row.into.map(|row| i32::try_from(row).unwrap_or(i32::MAX)),
            changes: changes.chain(kept).collect(),
            reasons: row.problems.into_iter().map(ImportRowReason::from).collect(),
        }
    }
}

/// A field's old and new value under the name that forms give it.
pub(super) fn entry(entity: catalogue::Entity, field: String, change: FieldChange) -> FieldChangeEntry {
    let json = |value: FieldValue| serde_json::to_value(value).ok().map(Json);
    FieldChangeEntry {
        label: label_of(entity, &field),
        field,
        old: change.old.and_then(json),
        new: change.new.and_then(json),
        kept: false,
        rule: None,
        derived: false,
    }
}

pub(super) fn label_of(entity: catalogue::Entity, field: &str) -> String {
    if field == "account" { "Account".to_owned() } else { catalogue::label_of(entity, field).to_string() }
}

fn rule_name(rule: KeptRule) -> &'static str {
    match rule {
        KeptRule::SourcePriority => "source_priority",
        KeptRule::Newer => "newer",
        KeptRule::FillEmpty => "fill_empty",
        KeptRule::Never => "never",
        KeptRule::Merged => "merged",
    }
}
