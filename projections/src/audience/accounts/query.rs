//! Accounts for lists, record pages and look-ups.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::exports::list::{InDomainSet, InLists, InSegment};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::search::question::check_size;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use serde_json::{Map, Value};
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use super::ACTIVITY;
use crate::audience::filter::columns::needs_activity;
use crate::audience::filter::{Asked, compile};
use crate::audience::import_outcome::{ImportOutcome, imported};
use crate::audience::list::{self, Sort, SortBy, Visible};
use crate::audience::{domain_sets, lists, segments, values};
use crate::page::{Page, PageArgs, QueryError};

/// An account as lists show it.
#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct AccountRow {
    pub id: Uuid,
    pub name: Option<String>,
    pub domain: Option<String>,
    pub alternate_domains: Vec<String>,
    pub industry: Option<String>,
    pub employees_size_range: Option<String>,
    pub staff_count: Option<i64>,
    /// Plain decimal.
    pub annual_revenue_amount: Option<String>,
    pub annual_revenue_currency: Option<String>,
    pub hq_city: Option<String>,
    pub hq_country: Option<String>,
    pub main_phone: Option<String>,
    pub linkedin_url: Option<String>,
    pub tags: Vec<String>,
    /// `active`, `stub`, `archived`.
    pub status: String,
    /// A user's id, or whatever a file called the owner.
    pub owner: Option<String>,
    pub team: Option<Uuid>,
    /// The client it may be used for, and nobody else.
    pub client_restriction: Option<Uuid>,
    pub contact_count: i64,
    pub parent: Option<Uuid>,
    pub archived: bool,
    /// It is part of this account now.
    pub merged_into: Option<Uuid>,
    pub source: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Sequence of the last event: what `expectedVersion` is compared with.
    pub version: i64,
}

const COLUMNS: &str = "c.name, c.domain, coalesce(c.alternate_domains, '{}') as alternate_domains, c.industry, c.employees_size_range, c.staff_count, \
    c.annual_revenue_amount::text as annual_revenue_amount, c.annual_revenue_currency, c.hq_city, c.hq_country, c.main_phone, c.linkedin_url, coalesce(c.tags, '{}') as tags, \
    case when c.archived then 'archived' else c.status end as status, c.owner, c.team, c.client_restriction, coalesce(a.contact_count, 0) as contact_count, c.parent, c.archived, c.merged_into, \
    coalesce(c.source, 'system') as source, c.created_at, c.updated_at, c.sequence as version";

pub(crate) const FROM: &str = "read.accounts c left join read.account_activity a on a.account_id = c.id";

/// All conditions must hold; an empty list is no condition.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AccountFilter {
    /// Every word must be in the name, or begin the domain.
    pub q: Option<String>,
    pub industry: Vec<String>,
    /// Of the head office.
    pub country: Vec<String>,
    pub status: Option<String>,
    /// `None`: both.
    pub archived: Option<bool>,
    /// Accounts that this import made or changed.
    pub import_id: Option<Uuid>,
    /// Together with `import_id`.
    pub import_outcome: Option<ImportOutcome>,
    pub ids: Option<Vec<Uuid>>,
    /// Left out, whatever else matches.
    pub except: Vec<Uuid>,
    /// Only members of lists.
    pub in_lists: Option<InLists>,
    /// Only members of a segment.
    pub in_segment: Option<InSegment>,
    /// Only what a domain set was matched with.
    pub in_domain_set: Option<InDomainSet>,
    /// Of the filter language: one more condition beside the others.
    pub condition: Option<Asked>,
}

/// A page of accounts.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    filter: &AccountFilter,
    sort: &Sort,
    args: &PageArgs,
) -> Result<Page<AccountRow>, QueryError> {
    check_text(filter)?;
    let by = sort_by(&sort.field)?;
    list::page(pool, COLUMNS, FROM, |query| conditions(query, actor, filter), sort, &by, args).await
}

/// How many there are, exactly.
pub async fn count(pool: &PgPool, actor: &Actor, filter: &AccountFilter) -> Result<i64, QueryError> {
    check_text(filter)?;
    // Counting takes the side table only where a condition needs it.
    let needed = filter.condition.as_ref().is_some_and(|asked| needs_activity(&asked.filter));
    list::count(pool, if needed { FROM } else { "read.accounts c" }, |query| conditions(query, actor, filter))
        .await
}

/// What nobody types is refused before it keeps the database busy.
pub(crate) fn check_text(filter: &AccountFilter) -> Result<(), QueryError> {
    filter.q.iter().try_for_each(|text| check_size(text).map_err(QueryError::from))
}

/// One account, archived ones too.
pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<AccountRow>, QueryError> {
    Ok(get_many(pool, actor, &[id]).await?.pop())
}

/// Those of these that exist and may be seen, in no particular order.
pub async fn get_many(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<Vec<AccountRow>, QueryError> {
    let mut query = QueryBuilder::new(format!("select c.id, {COLUMNS} from {FROM} where c.id = any("));
    query.push_bind(ids).push(")");
    list::visible(&mut query, Visible::of(actor, Permission::AccountsView));
    Ok(query.build_query_as().fetch_all(pool).await?)
}

/// Every field of these accounts by catalogue key, in natural JSON.
pub async fn fields(
    pool: &PgPool,
    actor: &Actor,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Map<String, Value>>, QueryError> {
    let ids: Vec<Uuid> = get_many(pool, actor, ids).await?.into_iter().map(|row| row.id).collect();
    // An amount of money as a JSON number would lose digits.
    let rows = sqlx::query!(
        r#"select c.id, to_jsonb(c) || jsonb_build_object('annual_revenue_amount', c.annual_revenue_amount::text, 'status', case when c.archived then 'archived' else c.status end) as "record!",
             to_jsonb(a) as activity
           from read.accounts c left join read.account_activity a on a.account_id = c.id where c.id = any($1)"#,
        &ids
    )
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.id, values::by_key(Entity::Account, row.record, row.activity)))
        .collect())
}

pub(crate) fn sort_by(field: &str) -> Result<SortBy, QueryError> {
    Ok(match field {
        "name" => SortBy::indexed("c.name_key", "text", true),
        "domain" => SortBy::indexed("c.domain", "text", true),
        "created_at" => SortBy::indexed("c.created_at", "timestamptz", false),
        "updated_at" => SortBy::indexed("c.updated_at", "timestamptz", false),
        "contact_count" => SortBy::indexed("coalesce(a.contact_count, 0)", "bigint", false),
        other => SortBy::field(Entity::Account, other, ACTIVITY)?,
    })
}

pub(crate) fn conditions(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor, filter: &AccountFilter) {
    let archived = if filter.status.as_deref() == Some("archived") { Some(true) } else { filter.archived };
    list::standing(query, archived);
    list::visible(query, Visible::of(actor, Permission::AccountsView));
    for word in filter.q.as_deref().map(list::words).unwrap_or_default() {
        query.push(" and (");
        list::contains(query, "c.name_key", &word);
        query.push(" or ");
        list::begins(query, "c.domain", &word);
        query.push(")");
    }
    list::one_of(query, "c.industry", &filter.industry);
    list::one_of(query, "c.hq_country", &filter.country);
    if let Some(status) = filter.status.as_ref().filter(|status| *status != "archived") {
        query.push(" and c.status = ").push_bind(status.replace('\0', ""));
    }
    if let Some(import) = filter.import_id {
        imported(query, Entity::Account, import, filter.import_outcome);
    }
    if let Some(ids) = &filter.ids {
        query.push(" and c.id = any(").push_bind(ids.clone()).push(")");
    }
    if !filter.except.is_empty() {
        query.push(" and c.id <> all(").push_bind(filter.except.clone()).push(")");
    }
    lists::condition::members(query, actor, filter.in_lists.as_ref());
    segments::condition::members(query, actor, filter.in_segment.as_ref());
    domain_sets::condition::accounts(query, actor, filter.in_domain_set.as_ref());
    if let Some(asked) = &filter.condition {
        query.push(" and ");
        compile::push(query, actor, asked);
    }
}
