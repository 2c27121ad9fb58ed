//! What an import looks like over REST.

use chrono::{DateTime, Utc};
use pivotal_projections::audience::imports::query::ImportRow;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Import {
    pub id: Uuid,
    pub name: String,
    pub file_name: String,
    /// Bytes.
    pub file_size: i64,
    /// SHA-256 of the file as it was uploaded.
    pub file_hash: String,
    /// uploaded, mapped, previewed, running, completed, cancelled, failed, undone.
    pub state: String,
    pub encoding: String,
    pub delimiter: String,
    pub headers: Vec<String>,
    pub default_country: Option<String>,
    /// contacts, accounts, both.
    pub kind: String,
    /// The client whose file it is: records that it makes may be used for that client only.
    pub supplied_by: Option<Uuid>,
    /// Of a workbook with several sheets: the one that is read.
    pub sheet: Option<String>,
    /// Empty when there is nothing to choose.
    #[schema(value_type = Vec<Object>)]
    pub sheets: Value,
    /// The last preview of this mapping: state (running, done, cancelled, failed, expired), times, and the result it foretells.
    #[schema(value_type = Option<Object>)]
    pub preview: Option<Value>,
    /// The last undo, and the last look at one: state (running, done, cancelled, expired), times, counts.
    #[schema(value_type = Object)]
    pub undo: Value,
    /// The import this one was made of: its rows were mended, or it was run once more.
    pub parent_id: Option<Uuid>,
    /// Rejected rows that went in after they were mended.
    pub fixed_rows: i64,
    #[schema(value_type = Vec<Object>)]
    pub mapping: Value,
    /// created, updated, unchanged, merged_in_file, matches_archived, rejected and not_run add up to read.
    #[schema(value_type = Object)]
    pub outcomes: Value,
    pub accounts_created: i64,
    pub accounts_updated: i64,
    pub job_id: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    pub started_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
    /// In the log, when it ended or, later, its undo did: lists that are asked for after it (`x-pivotal-after`) show all that it did.
    pub position: Option<i64>,
    pub error: Option<String>,
    /// Path of the reject file, when there is one.
    pub reject_file_url: Option<String>,
    /// When a rule of retention deleted its files.
    pub files_removed_at: Option<DateTime<Utc>>,
}

impl From<ImportRow> for Import {
    fn from(row: ImportRow) -> Self {
        Import {
            reject_file_url: row
                .reject_file
                .as_ref()
                .map(|_| format!("/api/v1/imports/{}/errors.csv", row.id)),
            files_removed_at: row.files_removed_at,
            id: row.id,
            name: row.name,
            file_name: row.file_name,
            file_size: row.file_size,
            file_hash: row.file_hash,
            state: row.state,
            encoding: row.encoding,
            delimiter: row.delimiter,
            headers: row.headers,
            default_country: row.default_country,
            kind: row.kind.to_string(),
            supplied_by: row.supplied_by,
            sheet: row.sheet,
            sheets: serde_json::to_value(row.sheets).unwrap_or_default(),
            undo: serde_json::to_value(row.undo).unwrap_or_default(),
            parent_id: row.parent_id,
            fixed_rows: row.fixed_rows,
            preview: row.preview.and_then(|preview| serde_json::to_value(preview).ok()),
            mapping: serde_json::to_value(row.mapping).unwrap_or_default(),
            outcomes: serde_json::to_value(row.outcomes).unwrap_or_default(),
            accounts_created: row.accounts_created,
            accounts_updated: row.accounts_updated,
            job_id: row.job_id,
            created_at: row.created_at,
            started_at: row.started_at,
            finished_at: row.finished_at,
            position: row.position,
            error: row.error,
        }
    }
}

/// Which column fills which field.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Mapping {
    pub name: Option<String>,
    /// For phone numbers written without `+`.
    pub default_country: Option<String>,
    /// contacts, accounts, both (default).
    pub kind: Option<String>,
    /// The client whose file it is: records that it makes may be used for that client only.
    pub supplied_by: Option<Uuid>,
    pub mapping: Vec<Column>,
}

/// What follows when the run has ended.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct Afterwards {
    /// Verify the emails of the contacts that it made or changed. Off by default.
    #[serde(default)]
    pub verify_emails: bool,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fixes {
    pub rows: Vec<Fixed>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fixed {
    /// As a spreadsheet counts it.
    pub row: u32,
    /// All cells, in the order of the file's columns.
    pub cells: Vec<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sheet {
    /// By its name.
    pub sheet: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Column {
    /// Counted from 0.
    pub column: u32,
    /// contact or account.
    pub entity: String,
    /// Catalogue key, or `custom.<name>`.
    pub field: String,
    /// by_source (default), fill_empty, overwrite, never.
    pub rule: Option<String>,
}
