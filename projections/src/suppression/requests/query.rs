//! Reading the register: what is due first comes first, what is settled last. For who may handle requests, and nobody else.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_domain::suppression::requests::facts::SOON;
use pivotal_domain::suppression::requests::kind::RequestKind;
use pivotal_domain::suppression::requests::outcome::Outcome;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use crate::page::{self, Page, PageArgs, QueryError};

/// A request as the register shows it.
#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct RequestRow {
    pub id: Uuid,
    pub kind: String,
    pub state: String,
    pub came_by: String,
    pub received_at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    pub extended: bool,
    /// `None` once the person is erased, like every word.
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub note: Option<String>,
    pub identity: Option<String>,
    pub extension_why: Option<String>,
    pub refusal: Option<String>,
    pub contact_id: Option<Uuid>,
    pub hashes: Vec<String>,
    pub assignee: Option<Uuid>,
    pub answered_by: Option<Uuid>,
    /// The job is at work.
    pub answering: bool,
    pub outcome: Option<Value>,
    pub settled_at: Option<DateTime<Utc>>,
    pub file_size: Option<i64>,
    pub file_expires_at: Option<DateTime<Utc>>,
    pub file_removed: Option<String>,
    pub forgotten: bool,
    pub recorded_at: DateTime<Utc>,
    pub recorded_by: String,
    pub source: String,
    pub rank: i64,
    pub version: i64,
}

impl RequestRow {
    /// What came of it, as the event says.
    pub fn outcome(&self) -> Option<Outcome> {
        self.outcome.clone().and_then(|outcome| serde_json::from_value(outcome).ok())
    }

    /// Whether its file can be downloaded at a moment.
    pub fn has_file(&self, now: DateTime<Utc>) -> bool {
        self.file_removed.is_none() && self.file_expires_at.is_some_and(|until| until > now)
    }

    pub fn urgency(&self, now: DateTime<Utc>) -> Urgency {
        match self.settled_at {
            Some(_) => Urgency::Settled,
            None if self.due_at < now => Urgency::Overdue,
            None if self.due_at - SOON <= now => Urgency::Soon,
            None => Urgency::InTime,
        }
    }
}

/// How a request stands to its deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    Overdue,
    /// Within seven days.
    Soon,
    InTime,
    Settled,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StateWanted {
    /// Open or in progress.
    Unsettled,
    Open,
    InProgress,
    Answered,
    Refused,
}

/// All conditions must hold.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RequestFilter {
    pub kind: Option<RequestKind>,
    pub state: Option<StateWanted>,
    pub urgency: Option<Urgency>,
    pub assignee: Option<Uuid>,
    /// Part of the name, or the beginning of the email or the number.
    pub q: Option<String>,
    /// Chosen with the request, or known by its address or number.
    pub contact: Option<Uuid>,
}

/// How many wait.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromRow)]
pub struct Waiting {
    pub unsettled: i64,
    pub soon: i64,
    pub overdue: i64,
}

/// Where a page ends.
#[derive(Debug, Serialize, Deserialize)]
struct Place(i64, Uuid);

const COLUMNS: &str = "select r.id, r.kind, r.state, r.came_by, r.received_at, r.due_at, r.extended, r.name, r.email, r.phone, r.note, r.identity, \
    r.extension_why, r.refusal, r.contact_id, r.hashes, r.assignee, r.answered_by, r.answering, r.outcome, r.settled_at, r.file_size, \
    r.file_expires_at, r.file_removed, r.forgotten, r.recorded_at, r.recorded_by, r.source, r.rank, r.version";
const FROM: &str = "from read.privacy_requests r where true";

pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    filter: &RequestFilter,
    now: DateTime<Utc>,
    args: &PageArgs,
) -> Result<Page<RequestRow>, QueryError> {
    let after: Option<Place> = args.after.as_deref().map(page::decode).transpose()?;
    let mut query = QueryBuilder::new(format!("{COLUMNS} {FROM}"));
    conditions(&mut query, actor, filter, now);
    if let Some(Place(rank, id)) = after {
        query.push(" and (r.rank, r.id) > (").push_bind(rank).push(", ").push_bind(id).push(")");
    }
    query.push(" order by r.rank, r.id limit ").push_bind(args.limit() + 1);
    let rows: Vec<RequestRow> = query.build_query_as().fetch_all(pool).await?;
    let place = |row: &RequestRow| page::encode(&Place(row.rank, row.id));
    Ok(Page::cut(rows.into_iter().map(|row| (place(&row), row)).collect(), args))
}

pub async fn count(
    pool: &PgPool,
    actor: &Actor,
    filter: &RequestFilter,
    now: DateTime<Utc>,
) -> Result<i64, QueryError> {
    let mut query = QueryBuilder::new(format!("select count(*) {FROM}"));
    conditions(&mut query, actor, filter, now);
    Ok(query.build_query_scalar().fetch_one(pool).await?)
}

pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<RequestRow>, QueryError> {
    let mut query = QueryBuilder::new(format!("{COLUMNS} {FROM}"));
    sight(&mut query, actor);
    query.push(" and r.id = ").push_bind(id);
    Ok(query.build_query_as().fetch_optional(pool).await?)
}

/// For the register's head and the navigation.
pub async fn waiting(pool: &PgPool, actor: &Actor, now: DateTime<Utc>) -> Result<Waiting, QueryError> {
    let mut query = QueryBuilder::new("select count(*) as unsettled, count(*) filter (where r.due_at >= ");
    query.push_bind(now).push(" and r.due_at <= ").push_bind(now + SOON);
    query.push(") as soon, count(*) filter (where r.due_at < ").push_bind(now);
    query.push(format!(") as overdue {FROM} and r.settled_at is null"));
    sight(&mut query, actor);
    Ok(query.build_query_as().fetch_one(pool).await?)
}

/// All or nothing: a request is nobody's own.
fn sight(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor) {
    if actor.scope(Permission::PrivacyRequests) != Scope::All {
        query.push(" and false");
    }
}

fn conditions(
    query: &mut QueryBuilder<'_, Postgres>,
    actor: &Actor,
    filter: &RequestFilter,
    now: DateTime<Utc>,
) {
    sight(query, actor);
    if let Some(kind) = filter.kind {
        query.push(" and r.kind = ").push_bind(kind.as_str());
    }
    query.push(match filter.state {
        Some(StateWanted::Unsettled) => " and r.settled_at is null",
        Some(StateWanted::Open) => " and r.state = 'open'",
        Some(StateWanted::InProgress) => " and r.state = 'in_progress'",
        Some(StateWanted::Answered) => " and r.state = 'answered'",
        Some(StateWanted::Refused) => " and r.state = 'refused'",
        None => "",
    });
    match filter.urgency {
        Some(Urgency::Overdue) => {
            query.push(" and r.settled_at is null and r.due_at < ").push_bind(now);
        }
        Some(Urgency::Soon) => {
            query.push(" and r.settled_at is null and r.due_at >= ").push_bind(now);
            query.push(" and r.due_at <= ").push_bind(now + SOON);
        }
        Some(Urgency::InTime) => {
            query.push(" and r.settled_at is null and r.due_at > ").push_bind(now + SOON);
        }
        Some(Urgency::Settled) => {
            query.push(" and r.settled_at is not null");
        }
        None => {}
    }
    if let Some(assignee) = filter.assignee {
        query.push(" and r.assignee = ").push_bind(assignee);
    }
    if let Some(contact) = filter.contact {
        query.push(" and (r.contact_id = ").push_bind(contact);
        query.push(" or exists (select 1 from read.contacts c where c.id = ").push_bind(contact);
        query.push(
            " and not c.erased and (r.email = c.email or r.email = any(c.secondary_emails) or r.phone = c.direct_phone_e164
              or r.phone = split_part(c.mobile_phone, ' x', 1) or r.phone = any(c.secondary_phones))))",
        );
    }
    if let Some(q) = filter.q.as_deref().map(str::trim).filter(|q| !q.is_empty()) {
        let q = q.to_lowercase();
        query.push(" and (position(").push_bind(q.clone()).push(" in lower(r.name)) > 0");
        query.push(" or starts_with(r.email, ").push_bind(q.clone()).push(")");
        query.push(" or starts_with(r.phone, ").push_bind(q).push("))");
    }
}
