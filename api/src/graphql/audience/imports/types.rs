//! An import as the API shows it.

use std::collections::HashMap;

use async_graphql::{ComplexObject, Context, Enum, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::audience::custom_fields::definitions;
use pivotal_commands::audience::imports::upload::look_at_file;
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::imports::events::{FileFormat, SheetOf};
use pivotal_domain::audience::imports::kind;
use pivotal_domain::audience::imports::mapping::ColumnMapping as Mapped;
use pivotal_domain::audience::record::change;
use pivotal_projections::audience::accounts::query::AccountFilter;
use pivotal_projections::audience::contacts::query::ContactFilter;
use pivotal_projections::audience::import_outcome::ImportOutcome;
use pivotal_projections::audience::imports::query::{self, ImportRow};
use pivotal_projections::audience::imports::used_before::{UsedBefore, used_before};
use pivotal_projections::audience::{accounts, contacts, history};
use uuid::Uuid;

use super::columns::{ImportColumn, columns};
use super::counts::{ImportAccounts, ImportContacts, ImportOutcomes, ImportProblem, number};
use super::preview::ImportPreview;
use super::undo::ImportUndo;
use crate::app::Core;
use crate::errors::{ApiError, ApiResult, NOT_FOUND};
use crate::graphql::audience::record::Entity;
use crate::graphql::freshness::stale;
use crate::graphql::loaders::{self, ClientKey};
use crate::graphql::log::jobs::types::JobProgress;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum ImportState {
    Uploaded,
    Mapped,
    Previewed,
    Running,
    Completed,
    Cancelled,
    Failed,
    Undone,
}

impl ImportState {
    fn parse(text: &str) -> Self {
        match text {
            "mapped" => ImportState::Mapped,
            "previewed" => ImportState::Previewed,
            "running" => ImportState::Running,
            "completed" => ImportState::Completed,
            "cancelled" => ImportState::Cancelled,
            "failed" => ImportState::Failed,
            "undone" => ImportState::Undone,
            _ => ImportState::Uploaded,
        }
    }
}

/// What a file is a list of. CONTACTS: account columns only find the contact's account. ACCOUNTS: the outcomes count accounts.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "kind::ImportKind")]
pub enum ImportKind {
    Contacts,
    Accounts,
    Both,
}

/// A sheet of a workbook; rows with something in them, the heading included.
#[derive(Debug, SimpleObject, Clone, serde::Serialize, utoipa::ToSchema)]
pub struct ImportSheet {
    pub name: String,
    pub rows: i64,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "change::WriteRule")]
pub enum WriteRule {
    BySource,
    FillEmpty,
    Overwrite,
    Never,
}

/// Where a column goes. Columns that are not listed are not imported.
#[derive(Debug, SimpleObject)]
pub struct ColumnMapping {
    pub column: i32,
    pub entity: Option<Entity>,
    pub field: Option<String>,
    pub rule: WriteRule,
}

/// An earlier import of a file with the same headings.
#[derive(Debug, SimpleObject)]
pub struct ImportUsedBefore {
    pub import_id: Uuid,
    pub name: String,
    pub at: DateTime<Utc>,
    pub kind: ImportKind,
    pub default_country: Option<String>,
}

/// A file of contacts with their accounts on its way in.
#[derive(Debug, SimpleObject)]
#[graphql(complex)]
pub struct Import {
    pub id: Uuid,
    pub name: String,
    pub file_name: String,
    pub file_size: i64,
    /// SHA-256, hex.
    pub file_hash: String,
    pub state: ImportState,
    pub created_at: DateTime<Utc>,
    pub created_by: Option<String>,
    pub encoding: Option<String>,
    pub delimiter: Option<String>,
    /// 0: the file has no header.
    pub header_row: Option<i32>,
    /// Null until the run has read the whole file.
    pub row_count: Option<i64>,
    pub default_country: Option<String>,
    pub kind: ImportKind,
    /// The client whose file it is: records that it makes may be used for that client only.
    pub supplied_by_id: Option<Uuid>,
    /// Of a workbook with several sheets: the one that is read.
    pub sheet: Option<String>,
    /// Empty when there is nothing to choose.
    pub sheets: Vec<ImportSheet>,
    /// The last preview of this mapping; null before one was asked for.
    pub preview: Option<ImportPreview>,
    /// The import this one was made of: its rows were mended, or it was run once more.
    pub parent_id: Option<Uuid>,
    /// Rows of the parent that are mended here, in order: the first stands in row 2.
    pub fixes: Vec<i32>,
    /// Rejected rows that went in after they were mended.
    pub fixed_rows: i64,
    /// The last undo; null before one was started.
    pub undo: Option<ImportUndo>,
    /// The last look at what an undo would do.
    pub undo_preview: Option<ImportUndo>,
    pub outcomes: ImportOutcomes,
    pub accounts_created: i64,
    pub accounts_updated: i64,
    pub started_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
    /// In the log, when it ended or, later, its undo did: lists that are asked for after it (`x-pivotal-after`) show all that it did.
    pub position: Option<i64>,
    pub error: Option<String>,
    pub progress: Option<JobProgress>,
    /// GET it with your access token; null when every row went in without a warning.
    pub reject_file_url: Option<String>,
    /// When a rule of retention deleted the file and the reject file; what was imported stays.
    pub files_removed_at: Option<DateTime<Utc>>,
    pub mapping: Vec<ColumnMapping>,
}

impl Import {
    pub fn of(row: ImportRow, names: &HashMap<Uuid, String>) -> Self {
        let created_by = match row.created_by.parse::<Uuid>() {
            Ok(id) => names.get(&id).cloned(),
            Err(_) => Some("Pivotal".to_owned()),
        };
        let row_count = row.row_count().map(number);
        let (undo, undo_preview) = ImportUndo::both(row.undo, row.undo_progress);
        let preview = row.preview.map(|preview| ImportPreview::of(preview, row.preview_progress));
        Import {
            id: row.id,
            state: ImportState::parse(&row.state),
            reject_file_url: row.reject_file.map(|_| format!("/api/v1/imports/{}/errors.csv", row.id)),
            files_removed_at: row.files_removed_at,
            name: row.name,
            file_name: row.file_name,
            file_size: row.file_size,
            file_hash: row.file_hash,
            created_at: row.created_at,
            created_by,
            encoding: Some(row.encoding),
            delimiter: Some(row.delimiter),
            header_row: Some(row.header_row),
            row_count,
            default_country: row.default_country,
            kind: row.kind.into(),
            supplied_by_id: row.supplied_by,
            sheet: row.sheet,
            sheets: row.sheets.into_iter().map(ImportSheet::from).collect(),
            preview,
            undo,
            undo_preview,
            parent_id: row.parent_id,
            fixes: row.fixes,
            fixed_rows: row.fixed_rows,
            outcomes: row.outcomes.into(),
            accounts_created: row.accounts_created,
            accounts_updated: row.accounts_updated,
            started_at: row.started_at,
            finished_at: row.finished_at,
            position: row.position,
            error: row.error,
            progress: row.progress.map(JobProgress::from),
            mapping: row.mapping.into_iter().map(ColumnMapping::from).collect(),
        }
    }
}

impl Import {
    async fn before(&self, core: &Core, format: &FileFormat) -> ApiResult<Option<UsedBefore>> {
        let pool = &core.context.log.pools.read;
        Ok(used_before(pool, self.id, format.header_row, &format.headers).await?)
    }
}

impl From<UsedBefore> for ImportUsedBefore {
    fn from(before: UsedBefore) -> Self {
        ImportUsedBefore {
            import_id: before.import_id,
            name: before.name,
            at: before.at,
            kind: before.kind.into(),
            default_country: before.default_country,
        }
    }
}

impl From<SheetOf> for ImportSheet {
    fn from(sheet: SheetOf) -> Self {
        ImportSheet { name: sheet.name, rows: i64::from(sheet.rows) }
    }
}

impl From<Mapped> for ColumnMapping {
    fn from(mapped: Mapped) -> Self {
        ColumnMapping {
            column: i32::try_from(mapped.column).unwrap_or(i32::MAX),
            entity: Some(catalogue::Entity::from(mapped.entity).into()),
            field: Some(mapped.field),
            rule: mapped.rule.into(),
        }
    }
}

#[ComplexObject]
impl Import {
    /// The file's columns with first values and suggestions. Reads the file; empty once it is gone.
    async fn columns(&self, ctx: &Context<'_>) -> Result<Vec<ImportColumn>> {
        let core = core(ctx);
        let commands = &core.context;
        let looked = look_at_file(commands, actor(ctx)?, self.id).await;
        let custom = |entity| async move { definitions(commands, entity).await.map_err(ApiError::from) };
        match looked.map_err(ApiError::from) {
            Ok(file) => {
                let before = self.before(core, &file.format).await?;
                let contact = custom(catalogue::Entity::Contact).await?;
                let account = custom(catalogue::Entity::Account).await?;
                Ok(columns(file, &contact, &account, before.as_ref()))
            }
            Err(error) if error.code == NOT_FOUND => Ok(Vec::new()),
            Err(error) => Err(error.into()),
        }
    }

    /// The client whose file it is, by name; null also where you may not see clients.
    async fn supplied_by_name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let Some(client) = self.supplied_by_id else { return Ok(None) };
        Ok(loaders::of(ctx)?.load_one(ClientKey(client)).await?.map(|client| client.name))
    }

    /// The last import of a file with the same headings, whose settings are suggested for this one.
    async fn used_before(&self, ctx: &Context<'_>) -> Result<Option<ImportUsedBefore>> {
        let core = core(ctx);
        let looked = look_at_file(&core.context, actor(ctx)?, self.id).await;
        let file = match looked.map_err(ApiError::from) {
            Ok(file) => file,
            Err(error) if error.code == NOT_FOUND => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        Ok(self.before(core, &file.format).await?.map(ImportUsedBefore::from))
    }

    /// Contacts behind each outcome, archived ones too: what the list filtered by import and outcome holds.
    #[graphql(directive = allow::apply("CONTACTS_VIEW".into()))]
    async fn contacts(&self, ctx: &Context<'_>) -> Result<ImportContacts> {
        stale(ctx, &[contacts::SPEC.name, history::SPEC.name]).await?;
        let (pool, actor) = (&core(ctx).context.log.pools.read, actor(ctx)?);
        let count = async |outcome| {
            let filter = ContactFilter {
                import_id: Some(self.id),
                import_outcome: Some(outcome),
                ..Default::default()
            };
            contacts::query::count(pool, actor, &filter).await.map_err(ApiError::from)
        };
        Ok(ImportContacts {
            created: count(ImportOutcome::Created).await?,
            updated: count(ImportOutcome::Updated).await?,
            unchanged: count(ImportOutcome::Unchanged).await?,
            merged_in_file: count(ImportOutcome::MergedInFile).await?,
            matches_archived: count(ImportOutcome::MatchesArchived).await?,
        })
    }

    /// Accounts behind each outcome, archived ones too: what the list of accounts filtered by import and outcome holds. The rows
    /// of a file of contacts end with contacts, so of such a file only `created` and `updated` count anything here.
    #[graphql(directive = allow::apply("ACCOUNTS_VIEW".into()))]
    async fn accounts(&self, ctx: &Context<'_>) -> Result<ImportAccounts> {
        stale(ctx, &[accounts::SPEC.name, history::SPEC.name]).await?;
        let (pool, actor) = (&core(ctx).context.log.pools.read, actor(ctx)?);
        let count = async |outcome| {
            let filter = AccountFilter {
                import_id: Some(self.id),
                import_outcome: Some(outcome),
                ..Default::default()
            };
            accounts::query::count(pool, actor, &filter).await.map_err(ApiError::from)
        };
        Ok(ImportAccounts {
            created: count(ImportOutcome::Created).await?,
            updated: count(ImportOutcome::Updated).await?,
            unchanged: count(ImportOutcome::Unchanged).await?,
            merged_in_file: count(ImportOutcome::MergedInFile).await?,
            matches_archived: count(ImportOutcome::MatchesArchived).await?,
        })
    }

    /// What went wrong with rows, the most frequent first.
    async fn problems(&self, ctx: &Context<'_>) -> Result<Vec<ImportProblem>> {
        let problems = query::problems(&core(ctx).context.log.pools.read, &[self.id]).await;
        let present = |problem: query::ImportProblem| {
            let rows: Vec<String> = problem.examples.iter().map(ToString::to_string).collect();
            let example = match rows.as_slice() {
                [] => None,
                [one] => Some(format!("row {one}")),
                several => Some(format!("rows {}", several.join(", "))),
            };
            ImportProblem {
                code: problem.code,
                message: problem.message,
                example,
                rows: problem.rows,
                rejected: problem.rejected,
            }
        };
        Ok(problems.map_err(ApiError::from)?.into_iter().map(present).collect())
    }
}
