//! Requests as the API shows them.

use std::collections::HashMap;

use async_graphql::{Enum, InputObject, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::suppression::requests::kind::{CameBy, RequestKind};
use pivotal_domain::suppression::requests::outcome::Holdings;
use pivotal_domain::suppression::requests::received::Typed;
use pivotal_projections::suppression::requests::query::{self, RequestRow, StateWanted, Urgency, Waiting};
use pivotal_projections::suppression::requests::story::Told;
use uuid::Uuid;

use crate::graphql::suppression::name_of;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "RequestKind")]
pub enum PrivacyRequestKind {
    /// A copy of everything that is held (GDPR art. 15).
    Access,
    /// To be forgotten (GDPR art. 17).
    Erasure,
}

/// How it came in.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "CameBy")]
pub enum PrivacyRequestCameBy {
    Email,
    Phone,
    Letter,
    Form,
    Other,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum PrivacyRequestState {
    Open,
    InProgress,
    Answered,
    Refused,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "StateWanted")]
pub enum PrivacyRequestStateWanted {
    /// Open or in progress.
    Unsettled,
    Open,
    InProgress,
    Answered,
    Refused,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Urgency")]
pub enum PrivacyRequestUrgency {
    Overdue,
    /// Within seven days.
    Soon,
    InTime,
    Settled,
}

/// What is or was held about a person, counted place by place.
#[derive(Debug, Clone, SimpleObject)]
pub struct PrivacyHoldings {
    /// Also archived ones and those that were merged.
    pub contacts: i64,
    /// Entries of the log about them.
    pub events: i64,
    pub consents: i64,
    pub suppressions: i64,
    pub tasks: i64,
    pub notes: i64,
    /// Imports by which they came.
    pub imports: i64,
    /// Files of contacts that may hold them.
    pub exports: i64,
    /// Rows of uploaded files that hold them, whether or not a contact came of it. Counted with the answer, 0 before.
    pub import_rows: i64,
}

impl From<Holdings> for PrivacyHoldings {
    fn from(holdings: Holdings) -> Self {
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        PrivacyHoldings {
            contacts: number(holdings.contacts),
            events: number(holdings.events),
            consents: number(holdings.consents),
            suppressions: number(holdings.suppressions),
            tasks: number(holdings.tasks),
            notes: number(holdings.notes),
            imports: number(holdings.imports),
            exports: number(holdings.exports),
            import_rows: number(holdings.import_rows),
        }
    }
}

/// A request of a person about their data.
#[derive(Debug, SimpleObject)]
pub struct PrivacyRequest {
    pub id: Uuid,
    pub kind: PrivacyRequestKind,
    pub state: PrivacyRequestState,
    pub urgency: PrivacyRequestUrgency,
    pub came_by: PrivacyRequestCameBy,
    pub received_at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    /// Whether the time was extended by two months, which is possible once.
    pub extended: bool,
    pub extension_why: Option<String>,
    /// What a person reads: a name, an address, or that the person was erased.
    pub person_label: String,
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub contact_id: Option<Uuid>,
    pub note: Option<String>,
    /// How it was made sure that it is them.
    pub identity: Option<String>,
    pub refusal: Option<String>,
    pub assignee_id: Option<Uuid>,
    pub assignee: Option<String>,
    /// The job that answers is at work.
    pub answering: bool,
    pub answered_by: Option<String>,
    pub settled_at: Option<DateTime<Utc>>,
    /// What was held; null before it is answered.
    pub holdings: Option<PrivacyHoldings>,
    /// Of the events that erased, in the log.
    pub positions: Vec<i64>,
    /// Keyed hashes of the address and the number: what is left of an erased person.
    pub hashes: Vec<String>,
    /// Bytes of the answer to download; null: there is none, or not any more.
    pub file_size: Option<i64>,
    pub file_expires_at: Option<DateTime<Utc>>,
    /// Whether a proof of erasure can be downloaded.
    pub has_proof: bool,
    pub forgotten: bool,
    pub recorded_at: DateTime<Utc>,
    pub recorded_by: Option<String>,
    pub version: i64,
}

impl PrivacyRequest {
    /// `names`: of users.
    pub fn of(row: RequestRow, names: &HashMap<Uuid, String>, now: DateTime<Utc>) -> Self {
        let (urgency, has_file, outcome) = (row.urgency(now), row.has_file(now), row.outcome());
        let kind = RequestKind::parse(&row.kind).unwrap_or(RequestKind::Access);
        let state = match row.state.as_str() {
            "in_progress" => PrivacyRequestState::InProgress,
            "answered" => PrivacyRequestState::Answered,
            "refused" => PrivacyRequestState::Refused,
            _ => PrivacyRequestState::Open,
        };
        let label = row.name.clone().or_else(|| row.email.clone()).or_else(|| row.phone.clone());
        let nobody = if row.forgotten { "An erased person" } else { "A contact without a name" };
        PrivacyRequest {
            id: row.id,
            kind: kind.into(),
            state,
            urgency: urgency.into(),
            came_by: CameBy::parse(&row.came_by).unwrap_or(CameBy::Other).into(),
            received_at: row.received_at,
            due_at: row.due_at,
            extended: row.extended,
            extension_why: row.extension_why,
            person_label: label.unwrap_or_else(|| nobody.to_owned()),
            name: row.name,
            email: row.email,
            phone: row.phone,
            contact_id: row.contact_id,
            note: row.note,
            identity: row.identity,
            refusal: row.refusal,
            assignee_id: row.assignee,
            assignee: row.assignee.and_then(|id| names.get(&id).cloned()),
            answering: row.answering,
            answered_by: row.answered_by.and_then(|id| names.get(&id).cloned()),
            settled_at: row.settled_at,
            has_proof: kind == RequestKind::Erasure && outcome.is_some(),
            holdings: outcome.as_ref().map(|outcome| outcome.holdings.into()),
            positions: outcome.map(|outcome| outcome.positions).unwrap_or_default(),
            hashes: row.hashes,
            file_size: row.file_size.filter(|_| has_file),
            file_expires_at: row.file_expires_at.filter(|_| has_file),
            forgotten: row.forgotten,
            recorded_at: row.recorded_at,
            recorded_by: name_of(&row.recorded_by, names),
            version: row.version,
        }
    }
}

/// One step of what was done about a request.
#[derive(Debug, SimpleObject)]
pub struct PrivacyRequestStep {
    pub position: i64,
    pub title: String,
    pub text: Option<String>,
    pub at: DateTime<Utc>,
    pub by: Option<String>,
}

impl PrivacyRequestStep {
    pub fn of(told: Told, names: &HashMap<Uuid, String>) -> Self {
        let whom = told.assignee.map(|id| names.get(&id).cloned().unwrap_or_else(|| "somebody".to_owned()));
        PrivacyRequestStep {
            position: told.position,
            title: whom.map_or_else(|| told.title.clone(), |whom| format!("{} {whom}", told.title)),
            text: told.text,
            at: told.at,
            by: name_of(&told.actor, names),
        }
    }
}

/// Where the person of a request is held right now.
#[derive(Debug, SimpleObject)]
pub struct PrivacyRequestFound {
    pub holdings: PrivacyHoldings,
    pub contacts: Vec<PrivacyRequestContact>,
}

#[derive(Debug, SimpleObject)]
pub struct PrivacyRequestContact {
    pub id: Uuid,
    pub label: String,
}

/// How many requests wait.
#[derive(Debug, SimpleObject)]
pub struct PrivacyRequestsWaiting {
    pub unsettled: i64,
    /// Of them, due within seven days.
    pub soon: i64,
    pub overdue: i64,
}

impl From<Waiting> for PrivacyRequestsWaiting {
    fn from(waiting: Waiting) -> Self {
        let Waiting { unsettled, soon, overdue } = waiting;
        PrivacyRequestsWaiting { unsettled, soon, overdue }
    }
}

/// All conditions must hold.
#[derive(Debug, Default, InputObject)]
pub struct PrivacyRequestFilter {
    pub kind: Option<PrivacyRequestKind>,
    pub state: Option<PrivacyRequestStateWanted>,
    pub urgency: Option<PrivacyRequestUrgency>,
    pub assignee_id: Option<Uuid>,
    /// Part of the name, or the beginning of the email or the number.
    pub q: Option<String>,
    /// About this contact: chosen with the request, or known by its address or number.
    pub contact_id: Option<Uuid>,
}

impl From<PrivacyRequestFilter> for query::RequestFilter {
    fn from(wanted: PrivacyRequestFilter) -> Self {
        query::RequestFilter {
            kind: wanted.kind.map(Into::into),
            state: wanted.state.map(Into::into),
            urgency: wanted.urgency.map(Into::into),
            assignee: wanted.assignee_id,
            q: wanted.q,
            contact: wanted.contact_id,
        }
    }
}

#[derive(Debug, InputObject)]
pub struct PrivacyRequestReceiveInput {
    pub kind: PrivacyRequestKind,
    pub came_by: PrivacyRequestCameBy,
    /// When it came in; now if left out. The deadline is one month later.
    pub received_at: Option<DateTime<Utc>>,
    /// As it was given.
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
    pub idempotency_key: Option<String>,
}

impl PrivacyRequestReceiveInput {
    pub fn typed(&self) -> Typed {
        Typed {
            kind: self.kind.into(),
            came_by: self.came_by.into(),
            received_at: self.received_at,
            name: self.name.clone(),
            email: self.email.clone(),
            phone: self.phone.clone(),
            contact: self.contact_id,
            note: self.note.clone(),
            identity: self.identity.clone(),
        }
    }
}

#[derive(Debug, InputObject)]
pub struct PrivacyRequestAssignInput {
    pub id: Uuid,
    /// Null: to nobody.
    pub assignee_id: Option<Uuid>,
}

#[derive(Debug, InputObject)]
pub struct PrivacyRequestActionInput {
    pub id: Uuid,
}

#[derive(Debug, InputObject)]
pub struct PrivacyRequestReasonInput {
    pub id: Uuid,
    /// Kept, and told to the person.
    pub why: String,
}

#[derive(Debug, InputObject)]
pub struct PrivacyRequestAnswerInput {
    pub id: Uuid,
    /// An erasure cannot be undone, so it is asked for twice.
    #[graphql(default)]
    pub confirm: bool,
}
