//! What an export looks like over REST.

use chrono::{DateTime, Utc};
use pivotal_projections::audience::exports::query::ExportRow;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Export)]
pub struct Export {
    pub id: Uuid,
    /// contact, account.
    pub entity: String,
    /// csv, xlsx, json.
    pub format: String,
    /// running, completed, cancelled, failed, expired, removed (because of an erasure).
    pub state: String,
    pub columns: Vec<String>,
    /// `-created_at` for descending.
    pub sort: String,
    /// The list's arguments; absent once a person named in them was erased.
    #[schema(value_type = Option<Object>)]
    pub filter: Option<Value>,
    pub created_at: DateTime<Utc>,
    pub finished_at: Option<DateTime<Utc>>,
    pub error: Option<String>,
    /// Records in the file.
    pub rows: Option<i64>,
    /// Records written so far, while it runs.
    pub done: Option<i64>,
    /// The moment the records are of: all of them as they were then.
    pub as_of: Option<DateTime<Utc>>,
    /// Bytes.
    pub file_size: Option<i64>,
    /// SHA-256, hex.
    pub file_hash: Option<String>,
    /// XLSX: texts cut to the 32,767 characters of a cell.
    pub cut_cells: i64,
    /// leave_out, include: what was to become of records that a client supplied for its own use only.
    pub restricted: String,
    /// How many of them the list has that are not in the file.
    pub left_out: i64,
    pub expires_at: Option<DateTime<Utc>>,
    /// Path of the file while there is one.
    pub file_url: Option<String>,
}

impl Export {
    pub fn of(row: ExportRow, now: DateTime<Utc>) -> Self {
        let over = row.state == "completed" && row.expires_at.is_some_and(|until| until <= now);
        let state = if over { "expired".to_owned() } else { row.state };
        Export {
            file_url: (state == "completed").then(|| format!("/api/v1/exports/{}/file", row.id)),
            id: row.id,
            entity: row.entity,
            format: row.format,
            state,
            columns: row.columns,
            sort: format!("{}{}", if row.sort_descending { "-" } else { "" }, row.sort_field),
            filter: row.filter,
            created_at: row.created_at,
            finished_at: row.finished_at,
            error: row.error,
            rows: row.rows,
            done: row.progress.map(|progress| progress.done),
            as_of: row.as_of,
            file_size: row.file_size,
            file_hash: row.file_hash,
            cut_cells: row.cut_cells,
            restricted: if row.leaves_out_restricted { "leave_out" } else { "include" }.to_owned(),
            left_out: row.left_out,
            expires_at: row.expires_at,
        }
    }
}

/// Which list, in which shape.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewExport {
    /// contact or account.
    pub entity: String,
    /// csv, xlsx (at most 1,048,575 records) or json (one array).
    pub format: String,
    /// Keys of the catalogue and `custom.*`, in the order of the file.
    pub columns: Vec<String>,
    /// A sortable field; `-created_at` for descending.
    pub sort: Option<String>,
    /// The arguments of the list: q, country, importId, archived (false unless said), ids, ...
    #[schema(value_type = Option<Object>)]
    pub filter: Option<Value>,
    /// CSV: begin with the mark by which some spreadsheets know UTF-8. Left out unless asked for.
    pub byte_order_mark: Option<bool>,
    /// leave_out (default) or include: what becomes of records that a client supplied for its own use only.
    pub restricted: Option<String>,
}
