//! Imports for their list and result pages.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::events::SheetOf;
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::imports::mapping::ColumnMapping;
use pivotal_domain::audience::imports::outcome::Outcomes;
use pivotal_domain::audience::imports::problem;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use sqlx::PgPool;
use uuid::Uuid;

use super::preview::PreviewRow;
use crate::audience::undo::UndoShown;
use crate::jobs::JobProgress;
use crate::page::{self, Page, PageArgs, QueryError};

#[derive(Debug, Clone, PartialEq)]
pub struct ImportRow {
    pub id: Uuid,
    pub name: String,
    pub file_name: String,
    pub file_key: String,
    pub file_size: i64,
    pub file_hash: String,
    /// `uploaded`, `mapped`, `previewed`, `running`, `completed`, `cancelled`, `failed`, `undone`.
    pub state: String,
    pub encoding: String,
    pub delimiter: String,
    /// 0: the file has no header.
    pub header_row: i32,
    pub headers: Vec<String>,
    pub default_country: Option<String>,
    /// `contacts`, `accounts`, `both`.
    pub kind: ImportKind,
    /// The client whose file it is.
    pub supplied_by: Option<Uuid>,
    /// Of a workbook with several sheets: the one that is read, and all to choose from.
    pub sheet: Option<String>,
    pub sheets: Vec<SheetOf>,
    /// The import this one was made of, and the rows of it that are mended here.
    pub parent_id: Option<Uuid>,
    pub fixes: Vec<i32>,
    /// Rejected rows that went in after they were mended.
    pub fixed_rows: i64,
    pub preview: Option<PreviewRow>,
    pub undo: UndoShown,
    /// Of the undo, or the look at it, while it runs.
    pub undo_progress: Option<JobProgress>,
    /// Of the preview's job while it runs.
    pub preview_progress: Option<JobProgress>,
    pub mapping: Vec<ColumnMapping>,
    pub job_id: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    /// A user's id, or `system`.
    pub created_by: String,
    pub started_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
    /// In the log, when it ended or, later, its undo did; `None` before, and for imports of earlier releases.
    pub position: Option<i64>,
    pub error: Option<String>,
    /// Object key; `None` while running, and when every row went in without a warning.
    pub reject_file: Option<String>,
    /// When a rule of retention took its files.
    pub files_removed_at: Option<DateTime<Utc>>,
    /// So far; they add up to `read`, always.
    pub outcomes: Outcomes,
    pub accounts_created: i64,
    pub accounts_updated: i64,
    /// Of its job, once it was started.
    pub progress: Option<JobProgress>,
}

impl ImportRow {
    /// An import as its own events leave it, before its row is there: for whoever made it and asks nobody else.
    pub fn new_from(id: Uuid, import: &Import, by: Uuid, now: DateTime<Utc>) -> Self {
        let format = import.format.clone();
        ImportRow {
            id,
            name: import.name.clone(),
            file_name: import.file_name.clone(),
            file_key: import.file_key.clone(),
            file_size: i64::try_from(import.file_size).unwrap_or(i64::MAX),
            file_hash: import.file_hash.clone(),
            state: import.state.as_str().to_owned(),
            encoding: format.as_ref().map(|format| format.encoding.clone()).unwrap_or_default(),
            delimiter: format.as_ref().map(|format| format.delimiter.to_string()).unwrap_or_default(),
            header_row: format
                .as_ref()
                .map_or(0, |format| i32::try_from(format.header_row).unwrap_or(i32::MAX)),
            headers: format.map(|format| format.headers).unwrap_or_default(),
            default_country: import.default_country.clone(),
            kind: import.kind,
            supplied_by: import.supplied_by,
            sheet: None,
            sheets: import.sheets.clone(),
            parent_id: import.parent.as_ref().map(|parent| parent.import),
            fixes: import
                .parent
                .iter()
                .flat_map(|parent| &parent.fixes)
                .filter_map(|row| i32::try_from(*row).ok())
                .collect(),
            fixed_rows: 0,
            preview: None,
            undo: UndoShown::default(),
            undo_progress: None,
            preview_progress: None,
            mapping: import.mapping.clone(),
            job_id: import.job,
            created_at: import.uploaded_at.unwrap_or(now),
            created_by: by.to_string(),
            started_at: import.job.map(|_| now),
            finished_at: None,
            position: None,
            error: None,
            reject_file: None,
            files_removed_at: None,
            outcomes: Outcomes::default(),
            accounts_created: 0,
            accounts_updated: 0,
            progress: None,
        }
    }

    /// Known only once the run has read the whole file.
    pub fn row_count(&self) -> Option<u64> {
        self.finished_at.map(|_| self.outcomes.read)
    }
}

/// A kind of problem that rows had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportProblem {
    pub import_id: Uuid,
    pub code: String,
    /// The field concerned; empty for the whole row.
    pub field: String,
    /// In words, with the field as forms call it.
    pub message: String,
    pub rejected: bool,
    pub rows: i64,
    /// The first rows that had it, as a spreadsheet counts them.
    pub examples: Vec<i32>,
}

type Key = (DateTime<Utc>, Uuid);

/// Newest first.
pub async fn page(pool: &PgPool, actor: &Actor, args: &PageArgs) -> Result<Page<ImportRow>, QueryError> {
    let after: Option<Key> = args.after.as_deref().map(page::decode).transpose()?;
    let before: Option<Key> = args.before.as_deref().map(page::decode).transpose()?;
    let rows = select(pool, actor, None, after, before, args.limit() + 1).await?;
    Ok(Page::cut(rows.into_iter().map(|row| (page::encode(&(row.created_at, row.id)), row)).collect(), args))
}

pub async fn count(pool: &PgPool, actor: &Actor) -> Result<i64, QueryError> {
    let (all, own) = reach(actor);
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from read.imports where ($1 or created_by = $2)"#,
        all,
        own
    )
    .fetch_one(pool)
    .await?)
}

pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<ImportRow>, QueryError> {
    Ok(select(pool, actor, Some(id), None, None, 1).await?.pop())
}

/// Whether all imports may be seen, or whose; with neither, none.
fn reach(actor: &Actor) -> (bool, Option<String>) {
    match actor.scope(Permission::ImportsView) {
        Scope::All => (true, None),
        Scope::Own => (false, Some(actor.user_id.to_string())),
        Scope::Team | Scope::Client | Scope::None => (false, None),
    }
}

/// The problems of imports the caller was shown, the most frequent first, those that rejected rows before warnings.
pub async fn problems(pool: &PgPool, imports: &[Uuid]) -> Result<Vec<ImportProblem>, QueryError> {
    let rows = sqlx::query!("select import_id, code, field, rejected, rows, examples from read.import_problems where import_id = any($1) order by import_id, rejected desc, rows desc, code, field", imports)
        .fetch_all(pool)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| ImportProblem {
            message: problem::sentence(&row.code, Some(&row.field)),
            import_id: row.import_id,
            code: row.code,
            field: row.field,
            rejected: row.rejected,
            rows: row.rows,
            examples: row.examples,
        })
        .collect())
}

async fn select(
    pool: &PgPool,
    actor: &Actor,
    id: Option<Uuid>,
    after: Option<Key>,
    before: Option<Key>,
    limit: i64,
) -> Result<Vec<ImportRow>, QueryError> {
    let backwards = before.is_some();
    let (all, own) = reach(actor);
    let (after, before) = (after.unzip(), before.unzip());
    let rows = sqlx::query!(
        r#"select i.*, j.progress_done as "done?", j.progress_total as total, j.progress_phase as phase,
             case when j.state = 'running' then r.rate end as rate, case when j.state = 'running' then jobs.eta_seconds(j.progress_done, j.progress_total, r.rate) end as eta,
             (select count(*) from read.import_fixes f where f.parent_id = i.id and f.outcome not in ('rejected', 'not_run')) as "fixed_rows!",
             p.progress_done as "preview_done?", p.progress_total as preview_total, p.progress_phase as preview_phase,
             u.progress_done as "undo_done?", u.progress_total as undo_total, u.progress_phase as undo_phase
           from read.imports i left join jobs.queue j on j.id = i.job_id left join jobs.queue p on p.id = i.preview_job and p.state in ('queued', 'running')
             left join jobs.queue u on u.id = i.undo_job and u.state in ('queued', 'running')
             left join lateral (select jobs.rate(j.progress_done, j.try_started_done, j.try_started_at, clock_timestamp()) as rate) r on true
           where ($8 or i.created_by = $9) and ($1::uuid is null or i.id = $1) and ($2::timestamptz is null or (i.created_at, i.id) < ($2, $3)) and ($4::timestamptz is null or (i.created_at, i.id) > ($4, $5))
           order by case when $6 then i.created_at end, case when $6 then i.id end, i.created_at desc, i.id desc limit $7"#,
        id, after.0, after.1, before.0, before.1, backwards, limit, all, own
    )
    .fetch_all(pool)
    .await?;
    let count = |count: i64| u64::try_from(count).unwrap_or_default();
    Ok(rows
        .into_iter()
        .map(|row| ImportRow {
            id: row.id,
            name: row.name,
            file_name: row.file_name,
            file_key: row.file_key,
            file_size: row.file_size,
            file_hash: row.file_hash,
            state: row.state,
            encoding: row.encoding,
            delimiter: row.delimiter,
            header_row: row.header_row,
            headers: row.headers,
            default_country: row.default_country,
            kind: row.kind.parse().unwrap_or_default(),
            supplied_by: row.supplied_by,
            sheet: row.sheet,
            sheets: serde_json::from_value(row.sheets).unwrap_or_default(),
            parent_id: row.parent_id,
            fixes: row.fixes.unwrap_or_default(),
            fixed_rows: row.fixed_rows,
            preview: row.preview.and_then(|preview| serde_json::from_value(preview).ok()),
            undo: row.undo.and_then(|undo| serde_json::from_value(undo).ok()).unwrap_or_default(),
            undo_progress: row.undo_done.map(|done| JobProgress {
                done,
                total: row.undo_total,
                rate: None,
                eta_seconds: None,
                phase: row.undo_phase,
            }),
            preview_progress: row.preview_done.map(|done| JobProgress {
                done,
                total: row.preview_total,
                rate: None,
                eta_seconds: None,
                phase: row.preview_phase,
            }),
            mapping: serde_json::from_value(row.mapping).unwrap_or_default(),
            job_id: row.job_id,
            created_at: row.created_at,
            created_by: row.created_by,
            started_at: row.started_at,
            finished_at: row.finished_at,
            position: row.position,
            error: row.error,
            reject_file: row.reject_file,
            files_removed_at: row.files_removed_at,
            outcomes: Outcomes {
                read: count(row.read_rows),
                created: count(row.created),
                updated: count(row.updated),
                unchanged: count(row.unchanged),
                merged_in_file: count(row.merged_in_file),
                matches_archived: count(row.matches_archived),
                rejected: count(row.rejected),
                not_run: count(row.not_run),
                warnings: count(row.warnings),
            },
            accounts_created: row.accounts_created,
            accounts_updated: row.accounts_updated,
            progress: row.done.map(|done| JobProgress {
                done,
                total: row.total,
                rate: row.rate,
                eta_seconds: row.eta,
                phase: row.phase,
            }),
        })
        .collect())
}
