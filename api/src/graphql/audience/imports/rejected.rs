//! Rejected rows, to be mended in place.

use async_graphql::{Enum, SimpleObject};
use pivotal_commands::audience::imports::rejected::{RejectedRow, rejected_rows};
use pivotal_domain::audience::fields::catalogue::label_of;
use pivotal_domain::audience::imports::mapping::ColumnMapping;
use pivotal_domain::audience::imports::outcome::RowOutcome;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::imports::fixes::{Fix, fixes_of};
use pivotal_projections::audience::imports::query;
use pivotal_projections::page;
use uuid::Uuid;

use super::preview::ImportRowReason;
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::connection::page_args;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "RowOutcome")]
pub enum ImportRowOutcome {
    Created,
    Updated,
    Unchanged,
    MergedInFile,
    MatchesArchived,
    Rejected,
    NotRun,
}

/// The last try to mend a row: the import that took it, and what became of it.
#[derive(Debug, SimpleObject)]
pub struct ImportRowFix {
    pub import_id: Uuid,
    pub row: i32,
    pub outcome: ImportRowOutcome,
}

#[derive(Debug, SimpleObject)]
pub struct ImportRejectedRow {
    /// As a spreadsheet counts it.
    pub row: i32,
    /// One for each column of the file. All are empty where the person was erased.
    pub cells: Vec<String>,
    /// `field` is one that a column is mapped to, if the reason is about one.
    pub reasons: Vec<ImportRowReason>,
    pub fix: Option<ImportRowFix>,
}

#[derive(Debug, SimpleObject)]
pub struct ImportRejectedRows {
    pub headers: Vec<String>,
    pub rows: Vec<ImportRejectedRow>,
    /// For `after`; null when there is no more.
    pub end_cursor: Option<String>,
    pub has_next_page: bool,
}

pub async fn rows(
    core: &Core,
    actor: &Actor,
    id: Uuid,
    first: Option<i32>,
    after: Option<String>,
) -> ApiResult<ImportRejectedRows> {
    let args = page_args(first, after, None, 50)?;
    let after: u32 = args.after.as_deref().map(page::decode).transpose()?.unwrap_or_default();
    let pool = &core.context.log.pools.read;
    let import = query::get(pool, actor, id).await?.ok_or_else(|| ApiError::not_found("import"))?;
    let first = usize::try_from(args.limit()).unwrap_or_default();
    let page = rejected_rows(&core.context, actor, id, after, first).await?;
    let numbers: Vec<i32> = page.rows.iter().map(|row| number(row.row)).collect();
    let mut fixes = fixes_of(pool, id, &numbers).await?;
    let end = page.rows.last().map(|row| page::encode(&row.row)).filter(|_| page.more);
    let rows = page.rows.into_iter().map(|row| {
        let fix = fixes.remove(&number(row.row));
        present(row, fix, &import.mapping)
    });
    Ok(ImportRejectedRows {
        rows: rows.collect(),
        headers: import.headers,
        end_cursor: end,
        has_next_page: page.more,
    })
}

fn present(row: RejectedRow, fix: Option<Fix>, mapping: &[ColumnMapping]) -> ImportRejectedRow {
    let reasons = row.reasons.into_iter().map(|reason| ImportRowReason {
        field: field_of(&reason.message, mapping),
        code: reason.code,
        message: reason.message,
        rejected: true,
    });
    ImportRejectedRow {
        row: number(row.row),
        cells: row.cells,
        reasons: reasons.collect(),
        fix: fix.map(|fix| ImportRowFix {
            import_id: fix.child_id,
            row: fix.child_row,
            outcome: fix.outcome.into(),
        }),
    }
}

/// A reason about a field begins with the field's name.
fn field_of(message: &str, mapping: &[ColumnMapping]) -> Option<String> {
    let (label, _) = message.split_once(": ")?;
    let named = |one: &&ColumnMapping| label_of(one.entity.into(), &one.field) == label;
    mapping.iter().find(named).map(|one| one.field.clone())
}

fn number(row: u32) -> i32 {
    i32::try_from(row).unwrap_or(i32::MAX)
}
