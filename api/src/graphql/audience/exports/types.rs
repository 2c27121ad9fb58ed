//! An export as the API shows it.

use std::collections::HashMap;

use async_graphql::{Enum, Json, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::audience::exports::events;
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::exports::query::ExportRow;
use pivotal_projections::audience::import_outcome::ImportOutcome;
use serde_json::Value;
use uuid::Uuid;

use crate::app::Core;
use crate::asked;
use crate::errors::ApiResult;
use crate::graphql::audience::accounts::types::AccountFilter;
use crate::graphql::audience::contacts::types::ContactFilter;
use crate::graphql::audience::record::Entity;
use crate::graphql::log::jobs::types::JobProgress;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "events::ExportFormat")]
pub enum ExportFormat {
    /// RFC 4180, UTF-8. An import takes the headings for the same fields.
    Csv,
    /// One sheet: at most 1,048,575 records, and 32,767 characters in a cell.
    Xlsx,
    /// One array with a record per line, values in their natural types.
    Json,
}

/// What becomes of records that a client supplied for its own use only.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(name = "ExportRestricted", remote = "events::Restricted")]
pub enum Restricted {
    LeaveOut,
    Include,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum ExportState {
    /// Waits for its turn or is being written.
    Running,
    Completed,
    Cancelled,
    Failed,
    /// The file's seven days are over.
    Expired,
    /// The file was removed because a person who may be in it was erased.
    Removed,
}

/// A list as a file. All of its rows are of one moment.
#[derive(Debug, SimpleObject)]
pub struct Export {
    pub id: Uuid,
    pub entity: Entity,
    pub format: ExportFormat,
    pub state: ExportState,
    /// Keys of the catalogue and `custom.*`.
    pub columns: Vec<String>,
    pub sort_field: String,
    pub sort_descending: bool,
    /// The list's arguments; null once a person named in them was erased.
    pub filter: Option<Json<Value>>,
    pub created_at: DateTime<Utc>,
    pub created_by: Option<String>,
    /// You asked for it.
    pub mine: bool,
    pub finished_at: Option<DateTime<Utc>>,
    pub error: Option<String>,
    /// Records in the file.
    pub rows: Option<i64>,
    /// The moment the records are of.
    pub as_of: Option<DateTime<Utc>>,
    /// Bytes.
    pub file_size: Option<i64>,
    /// SHA-256, hex.
    pub file_hash: Option<String>,
    /// XLSX: texts cut to what a cell can hold.
    pub cut_cells: i64,
    /// What was to become of records that a client supplied for its own use only.
    pub restricted: Restricted,
    /// How many of them the list has that are not in the file.
    pub left_out: i64,
    pub expires_at: Option<DateTime<Utc>>,
    pub progress: Option<JobProgress>,
}

impl Export {
    pub fn of(row: ExportRow, names: &HashMap<Uuid, String>, viewer: &Actor, now: DateTime<Utc>) -> Self {
        let created_by = match row.created_by.is_nil() {
            true => Some("Pivotal".to_owned()),
            false => names.get(&row.created_by).cloned(),
        };
        let over = row.expires_at.is_some_and(|until| until <= now);
        Export {
            id: row.id,
            entity: if row.entity == "account" { Entity::Account } else { Entity::Contact },
            format: match row.format.as_str() {
                "xlsx" => ExportFormat::Xlsx,
                "json" => ExportFormat::Json,
                _ => ExportFormat::Csv,
            },
            state: match row.state.as_str() {
                "completed" if over => ExportState::Expired,
                "completed" => ExportState::Completed,
                "cancelled" => ExportState::Cancelled,
                "failed" => ExportState::Failed,
                "expired" => ExportState::Expired,
                "removed" => ExportState::Removed,
                _ => ExportState::Running,
            },
            columns: row.columns,
            sort_field: row.sort_field,
            sort_descending: row.sort_descending,
            filter: row.filter.map(Json),
            created_at: row.created_at,
            created_by,
            mine: row.created_by == viewer.user_id,
            finished_at: row.finished_at,
            error: row.error,
            rows: row.rows,
            as_of: row.as_of,
            file_size: row.file_size,
            file_hash: row.file_hash,
            cut_cells: row.cut_cells,
            restricted: if row.leaves_out_restricted { Restricted::LeaveOut } else { Restricted::Include },
            left_out: row.left_out,
            expires_at: row.expires_at,
            progress: row.progress.map(JobProgress::from),
        }
    }
}

/// A list's arguments, to be kept. Held against what the list itself takes, so that a mistake is told now and not by a failed
/// job.
pub async fn list_filter(
    core: &Core,
    actor: &Actor,
    entity: catalogue::Entity,
    contacts: Option<ContactFilter>,
    accounts: Option<AccountFilter>,
) -> ApiResult<ListFilter> {
    let filter = match entity {
        catalogue::Entity::Contact => {
            let filter = of_contacts(contacts);
            if let Some(outcome) = &filter.import_outcome {
                outcome.parse::<ImportOutcome>()?;
            }
            filter
        }
        catalogue::Entity::Account => {
            let filter = of_accounts(accounts);
            if let Some(outcome) = &filter.import_outcome {
                outcome.parse::<ImportOutcome>()?;
            }
            filter
        }
    };
    asked::check_kept(&filter)?;
    asked::of_json(core, actor, entity, filter.condition.as_ref(), filter.time_zone.as_deref()).await?;
    Ok(filter)
}

/// What the list of contacts was asked for, to be kept. The same arguments read from it later give the same list.
fn of_contacts(filter: Option<ContactFilter>) -> ListFilter {
    let Some(filter) = filter else { return ListFilter { archived: Some(false), ..ListFilter::default() } };
    ListFilter {
        q: filter.q,
        account_id: filter.account_id,
        import_id: filter.import_id,
        import_outcome: filter.import_outcome,
        archived: filter.archived,
        country: filter.country.unwrap_or_default(),
        seniority_level: filter.seniority_level.unwrap_or_default(),
        department: filter.department.unwrap_or_default(),
        job_title_contains: filter.job_title_contains,
        created_from: filter.created_from,
        created_to: filter.created_to,
        ids: filter.ids,
        except: filter.except.unwrap_or_default(),
        in_lists: filter.in_lists.map(Into::into),
        condition: filter.condition.map(|condition| condition.0).filter(|condition| !condition.is_null()),
        time_zone: filter.time_zone,
        ..ListFilter::default()
    }
}

fn of_accounts(filter: Option<AccountFilter>) -> ListFilter {
    let Some(filter) = filter else { return ListFilter { archived: Some(false), ..ListFilter::default() } };
    ListFilter {
        q: filter.q,
        industry: filter.industry.unwrap_or_default(),
        country: filter.country.unwrap_or_default(),
        status: filter.status,
        archived: filter.archived,
        import_id: filter.import_id,
        import_outcome: filter.import_outcome,
        ids: filter.ids,
        except: filter.except.unwrap_or_default(),
        in_lists: filter.in_lists.map(Into::into),
        condition: filter.condition.map(|condition| condition.0).filter(|condition| !condition.is_null()),
        time_zone: filter.time_zone,
        ..ListFilter::default()
    }
}
