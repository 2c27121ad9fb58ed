//! Legal holds as REST shows them.

use chrono::{DateTime, Utc};
use pivotal_projections::suppression::legal_holds::query::LegalHoldRow;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::graphql::suppression::legal_holds::types::label;

/// While it stands, nothing of what it stands over is deleted.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LegalHold {
    pub id: Uuid,
    /// contact, account, data.
    pub scope: String,
    pub record_id: Option<Uuid>,
    /// Of everything of a kind: contacts, replies, import_files, export_files, test_mailbox, sign_ins, finished_jobs.
    pub data: Option<String>,
    pub label: String,
    /// Null: the person was erased after it was lifted.
    pub reason: Option<String>,
    pub reference: Option<String>,
    pub since: DateTime<Utc>,
    pub standing: bool,
    pub lifted_at: Option<DateTime<Utc>>,
    pub lift_reason: Option<String>,
}

impl From<LegalHoldRow> for LegalHold {
    fn from(row: LegalHoldRow) -> Self {
        LegalHold {
            label: label(&row),
            id: row.id,
            scope: row.scope,
            record_id: row.record_id,
            data: row.data,
            reason: row.reason,
            reference: row.reference,
            since: row.since,
            standing: row.lifted_at.is_none(),
            lifted_at: row.lifted_at,
            lift_reason: row.lift_reason,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewLegalHold {
    /// contact:<id>, account:<id>, or data:<kind> for everything of a kind.
    pub over: String,
    pub reason: String,
    /// Of the case.
    pub reference: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LegalHoldLift {
    pub reason: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LegalHoldDone {
    pub id: Uuid,
}
