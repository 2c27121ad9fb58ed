//! Legal holds as the API shows them.

use std::collections::HashMap;

use async_graphql::{Enum, InputObject, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::suppression::legal_holds::error::LegalHoldError;
use pivotal_domain::suppression::legal_holds::over::Over;
use pivotal_domain::suppression::retention::kind::Data;
use pivotal_projections::suppression::legal_holds::query::LegalHoldRow;
use uuid::Uuid;

use crate::graphql::suppression::name_of;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum LegalHoldScope {
    Contact,
    /// With everybody who works there.
    Account,
    /// Everything of a kind.
    Data,
}

impl LegalHoldScope {
    pub fn as_str(self) -> &'static str {
        match self {
            LegalHoldScope::Contact => "contact",
            LegalHoldScope::Account => "account",
            LegalHoldScope::Data => "data",
        }
    }

    fn of(text: &str) -> Self {
        match text {
            "contact" => LegalHoldScope::Contact,
            "account" => LegalHoldScope::Account,
            _ => LegalHoldScope::Data,
        }
    }
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Data")]
pub enum LegalHoldData {
    Contacts,
    Replies,
    ImportFiles,
    ExportFiles,
    TestMailbox,
    SignIns,
    FinishedJobs,
}

/// While it stands, nothing of what it stands over is deleted.
#[derive(Debug, SimpleObject)]
pub struct LegalHold {
    pub id: Uuid,
    pub scope: LegalHoldScope,
    /// Of a contact or an account.
    pub record_id: Option<Uuid>,
    pub data: Option<LegalHoldData>,
    /// What a person reads: the record's name, or which data.
    pub label: String,
    /// Null: the person was erased after it was lifted.
    pub reason: Option<String>,
    /// Of the case.
    pub reference: Option<String>,
    pub since: DateTime<Utc>,
    pub placed_by: Option<String>,
    pub standing: bool,
    pub lifted_at: Option<DateTime<Utc>>,
    pub lifted_by: Option<String>,
    pub lift_reason: Option<String>,
    pub erased: bool,
    pub version: i64,
}

impl LegalHold {
    /// `names`: of users.
    pub fn of(row: LegalHoldRow, names: &HashMap<Uuid, String>) -> Self {
        let data = row.data.as_deref().and_then(Data::parse);
        LegalHold {
            label: label(&row),
            id: row.id,
            scope: LegalHoldScope::of(&row.scope),
            record_id: row.record_id,
            data: data.map(Into::into),
            reason: row.reason,
            reference: row.reference,
            since: row.since,
            placed_by: name_of(&row.placed_by, names),
            standing: row.lifted_at.is_none(),
            lifted_at: row.lifted_at,
            lifted_by: row.lifted_by.and_then(|by| name_of(&by, names)),
            lift_reason: row.lift_reason,
            erased: row.erased,
            version: row.version,
        }
    }
}

/// What a hold stands over, in words.
pub fn label(row: &LegalHoldRow) -> String {
    match row.data.as_deref().and_then(Data::parse) {
        Some(data) => data.label().to_owned(),
        None if row.erased => "An erased person".to_owned(),
        None => row.record_name.clone().unwrap_or_else(|| format!("A nameless {}", row.scope)),
    }
}

/// Exactly one of them.
#[derive(Debug, InputObject)]
pub struct LegalHoldOverInput {
    pub contact_id: Option<Uuid>,
    pub account_id: Option<Uuid>,
    /// Everything of a kind.
    pub data: Option<LegalHoldData>,
}

impl LegalHoldOverInput {
    pub fn read(&self) -> Result<Over, LegalHoldError> {
        match (self.contact_id, self.account_id, self.data) {
            (Some(id), None, None) => Ok(Over::Contact(id)),
            (None, Some(id), None) => Ok(Over::Account(id)),
            (None, None, Some(data)) => Ok(Over::Data(data.into())),
            _ => Err(LegalHoldError::UnknownOver),
        }
    }
}

#[derive(Debug, InputObject)]
pub struct LegalHoldPlaceInput {
    pub over: LegalHoldOverInput,
    pub reason: String,
    /// Of the case.
    pub reference: Option<String>,
    pub idempotency_key: Option<String>,
}

/// All conditions must hold.
#[derive(Debug, Default, InputObject)]
pub struct LegalHoldFilter {
    /// Standing ones, or lifted ones.
    pub standing: Option<bool>,
    pub scope: Option<LegalHoldScope>,
    /// What the reference begins with.
    pub reference: Option<String>,
}
