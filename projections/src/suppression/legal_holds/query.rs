//! Reading legal holds. Who may see any may see all: they are cases of the organisation.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use crate::page::{self, Page, PageArgs, QueryError};

/// A hold as the register shows it.
#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct LegalHoldRow {
    pub id: Uuid,
    /// `contact`, `account`, `data`.
    pub scope: String,
    pub record_id: Option<Uuid>,
    /// Of everything of a kind: which.
    pub data: Option<String>,
    /// Of a record: what it is called.
    pub record_name: Option<String>,
    /// `None` once the person is erased.
    pub reason: Option<String>,
    pub reference: Option<String>,
    pub since: DateTime<Utc>,
    pub placed_by: String,
    pub source: String,
    pub lifted_at: Option<DateTime<Utc>>,
    pub lifted_by: Option<String>,
    pub lift_reason: Option<String>,
    pub erased: bool,
    pub version: i64,
}

/// All conditions must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LegalHoldFilter {
    /// Standing ones, or lifted ones.
    pub standing: Option<bool>,
    /// `contact`, `account`, `data`.
    pub scope: Option<&'static str>,
    /// What the reference begins with, whatever its case.
    pub reference: Option<String>,
}

/// Where a page ends.
#[derive(Debug, Serialize, Deserialize)]
struct Place(DateTime<Utc>, Uuid);

const COLUMNS: &str = "select h.id, h.scope, h.record_id, h.data, coalesce(c.full_name, c.email, a.name, a.domain) as record_name, h.reason, h.reference, h.since, h.placed_by, h.source, h.lifted_at, h.lifted_by, h.lift_reason, h.erased, h.version from read.legal_holds h left join read.contacts c on h.scope = 'contact' and c.id = h.record_id and not c.erased left join read.accounts a on h.scope = 'account' and a.id = h.record_id where ";

/// The latest first.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    filter: &LegalHoldFilter,
    args: &PageArgs,
) -> Result<Page<LegalHoldRow>, QueryError> {
    let after: Option<Place> = args.after.as_deref().map(page::decode).transpose()?;
    let mut query = QueryBuilder::new(COLUMNS);
    conditions(&mut query, actor, filter);
    if let Some(Place(since, id)) = after {
        query.push(" and (h.since, h.id) < (").push_bind(since).push(", ").push_bind(id).push(")");
    }
    query.push(" order by h.since desc, h.id desc limit ").push_bind(args.limit() + 1);
    let rows: Vec<LegalHoldRow> = query.build_query_as().fetch_all(pool).await?;
    let place = |row: &LegalHoldRow| page::encode(&Place(row.since, row.id));
    Ok(Page::cut(rows.into_iter().map(|row| (place(&row), row)).collect(), args))
}

pub async fn count(pool: &PgPool, actor: &Actor, filter: &LegalHoldFilter) -> Result<i64, QueryError> {
    let mut query = QueryBuilder::new("select count(*) from read.legal_holds h where ");
    conditions(&mut query, actor, filter);
    Ok(query.build_query_scalar().fetch_one(pool).await?)
}

/// `None` also for one the viewer may not see.
pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<LegalHoldRow>, QueryError> {
    let mut query = QueryBuilder::new(COLUMNS);
    query.push_bind(may(actor)).push(" and h.id = ").push_bind(id);
    Ok(query.build_query_as().fetch_optional(pool).await?)
}

/// What ever stood over a record, by its own name: of a contact also what stands over the account, or over all contacts. The
/// latest first, at most 100.
pub async fn of_record(
    pool: &PgPool,
    actor: &Actor,
    entity: Entity,
    id: Uuid,
) -> Result<Vec<LegalHoldRow>, QueryError> {
    let mut query = QueryBuilder::new(COLUMNS);
    query.push_bind(may(actor));
    match entity {
        Entity::Contact => {
            query.push(" and ((h.scope = 'contact' and h.record_id = ").push_bind(id);
            query.push(") or (h.scope = 'account' and h.record_id = (select account_id from read.contacts where id = ");
            query.push_bind(id).push(")) or h.data = 'contacts')");
        }
        Entity::Account => {
            query.push(" and h.scope = 'account' and h.record_id = ").push_bind(id);
        }
    }
    query.push(" order by h.since desc, h.id desc limit 100");
    Ok(query.build_query_as().fetch_all(pool).await?)
}

fn conditions(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor, filter: &LegalHoldFilter) {
    query.push_bind(may(actor));
    match filter.standing {
        Some(true) => {
            query.push(" and h.lifted_at is null");
        }
        Some(false) => {
            query.push(" and h.lifted_at is not null");
        }
        None => {}
    }
    if let Some(scope) = filter.scope {
        query.push(" and h.scope = ").push_bind(scope);
    }
    if let Some(reference) = &filter.reference {
        query
            .push(" and starts_with(lower(h.reference), lower(")
            .push_bind(reference.replace('\0', ""))
            .push("))");
    }
}

fn may(actor: &Actor) -> bool {
    actor.scope(Permission::RetentionView) == Scope::All
}
