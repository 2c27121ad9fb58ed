//! What requests look like over REST.

use chrono::{DateTime, Utc};
use pivotal_domain::suppression::requests::kind::{CameBy, RequestKind};
use pivotal_domain::suppression::requests::outcome::Holdings;
use pivotal_domain::suppression::requests::received::Typed;
use pivotal_projections::suppression::requests::query::{RequestRow, Urgency};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// What is or was held about a person, counted place by place.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PrivacyHoldings {
    pub contacts: u64,
    /// Entries of the log about them.
    pub events: u64,
    pub consents: u64,
    pub suppressions: u64,
    pub tasks: u64,
    pub notes: u64,
    /// Imports by which they came.
    pub imports: u64,
    /// Files of contacts that may hold them.
    pub exports: u64,
    /// Rows of uploaded files that hold them, whether or not a contact came of it. Counted with the answer, 0 before.
    pub import_rows: u64,
}

impl From<Holdings> for PrivacyHoldings {
    fn from(held: Holdings) -> Self {
        PrivacyHoldings {
            contacts: held.contacts,
            events: held.events,
            consents: held.consents,
            suppressions: held.suppressions,
            tasks: held.tasks,
            notes: held.notes,
            imports: held.imports,
            exports: held.exports,
            import_rows: held.import_rows,
        }
    }
}

/// A request of a person about their data.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PrivacyRequest {
    pub id: Uuid,
    /// access, erasure.
    pub kind: String,
    /// open, in_progress, answered, refused.
    pub state: String,
    /// overdue, soon (within seven days), in_time, settled.
    pub urgency: &'static str,
    /// email, phone, letter, form, other.
    pub came_by: String,
    pub received_at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    pub extended: bool,
    pub extension_why: Option<String>,
    /// Null once the person is erased, like every word about them.
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub contact_id: Option<Uuid>,
    pub note: Option<String>,
    pub identity: Option<String>,
    pub refusal: Option<String>,
    pub assignee_id: Option<Uuid>,
    pub settled_at: Option<DateTime<Utc>>,
    pub holdings: Option<PrivacyHoldings>,
    /// Keyed hashes of the address and the number.
    pub hashes: Vec<String>,
    /// Path of the answer while there is one.
    pub file_url: Option<String>,
    pub file_expires_at: Option<DateTime<Utc>>,
    /// The person was erased: nobody can read any more who it was.
    pub forgotten: bool,
}

/// As written in filters and answers.
pub fn urgency(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Overdue => "overdue",
        Urgency::Soon => "soon",
        Urgency::InTime => "in_time",
        Urgency::Settled => "settled",
    }
}

impl PrivacyRequest {
    pub fn of(row: RequestRow, now: DateTime<Utc>) -> Self {
        let (has_file, outcome) = (row.has_file(now), row.outcome());
        PrivacyRequest {
            id: row.id,
            urgency: urgency(row.urgency(now)),
            kind: row.kind,
            state: row.state,
            came_by: row.came_by,
            received_at: row.received_at,
            due_at: row.due_at,
            extended: row.extended,
            extension_why: row.extension_why,
            name: row.name,
            email: row.email,
            phone: row.phone,
            contact_id: row.contact_id,
            note: row.note,
            identity: row.identity,
            refusal: row.refusal,
            assignee_id: row.assignee,
            settled_at: row.settled_at,
            holdings: outcome.map(|outcome| outcome.holdings.into()),
            hashes: row.hashes,
            file_url: has_file.then(|| format!("/api/v1/requests/{}/answer-file", row.id)),
            file_expires_at: row.file_expires_at.filter(|_| has_file),
            forgotten: row.forgotten,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewPrivacyRequest {
    /// access, erasure.
    #[schema(value_type = String)]
    pub kind: RequestKind,
    /// email, phone, letter, form, other.
    #[schema(value_type = String)]
    pub came_by: CameBy,
    /// When it came in; now if left out. The deadline is one month later.
    pub received_at: Option<DateTime<Utc>>,
    pub name: Option<String>,
    /// One of email, phone and contact is needed.
    pub email: Option<String>,
    /// With its country code.
    pub phone: Option<String>,
    pub contact_id: Option<Uuid>,
    pub note: Option<String>,
    /// How it was made sure that it is them.
    pub identity: Option<String>,
    pub assignee_id: Option<Uuid>,
}

impl NewPrivacyRequest {
    pub fn typed(self) -> (Typed, Option<Uuid>) {
        let typed = Typed {
            kind: self.kind,
            came_by: self.came_by,
            received_at: self.received_at,
            name: self.name,
            email: self.email,
            phone: self.phone,
            contact: self.contact_id,
            note: self.note,
            identity: self.identity,
        };
        (typed, self.assignee_id)
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrivacyRequestAssignment {
    /// Null: to nobody.
    pub assignee_id: Option<Uuid>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrivacyRequestReason {
    /// Kept, and told to the person.
    pub why: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrivacyRequestAnswer {
    /// An erasure cannot be undone, so it is asked for twice.
    #[serde(default)]
    pub confirm: bool,
}

/// What was changed.
#[derive(Debug, Serialize, ToSchema)]
pub struct PrivacyRequestDone {
    pub id: Uuid,
    /// open, in_progress, answered, refused.
    pub state: &'static str,
}

/// Where the person of a request is held right now.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PrivacyFound {
    pub holdings: PrivacyHoldings,
    pub contact_ids: Vec<Uuid>,
}

/// What the answer of a request waits for right now, the cause first.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PrivacyWaits {
    pub waits_for: Vec<String>,
}
