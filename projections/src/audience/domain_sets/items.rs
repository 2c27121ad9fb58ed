//! The items of a set as their grid shows them: which account each one is, how it was found, how many contacts it brings.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::search::question::check_size;
use pivotal_domain::audience::values::fold::fold;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use super::query::DomainSetRow;
use crate::page::{self, Page, PageArgs, QueryError};

#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct ItemRow {
    /// The row of the file it stood in first; names the item.
    pub number: i32,
    pub domain: String,
    /// As the file says.
    pub account_name: Option<String>,
    pub repaired: bool,
    /// `mixed_scripts`, `other_script`: it looks like another domain.
    pub resembles: Option<String>,
    /// What stood there, where it is not the domain itself.
    pub given: Option<String>,
    pub notes: Option<String>,
    /// `pending`, `matched`, `fuzzy`, `unknown`.
    pub status: String,
    pub account_id: Option<Uuid>,
    /// As the account is called now.
    pub account: Option<String>,
    /// Likewise.
    pub account_domain: Option<String>,
    /// `active`, `stub`, `archived`.
    pub account_status: Option<String>,
    /// `domain`, `alternate`, `fuzzy`, `manual`.
    pub via: Option<String>,
    /// Hundredths.
    pub confidence: Option<i16>,
    /// Of a fuzzy one: `domain`, `name`.
    pub likeness: Option<String>,
    pub judged_by: Option<Uuid>,
    pub judged_at: Option<DateTime<Utc>>,
    /// Contacts of the account, if it counts, and those without an account whose email is at the domain or at a host below it.
    pub contacts: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ItemFilter {
    /// `pending`, `matched`, `fuzzy`, `unknown`; all if none is said.
    pub statuses: Vec<&'static str>,
    /// `domain`, `alternate`, `fuzzy`, `manual`.
    pub via: Option<&'static str>,
    /// Only those that look like another domain.
    pub lookalikes: bool,
    /// How the domain begins, or a part of the company's name.
    pub q: Option<String>,
}

// Conditions come and go, so these statements cannot be compile-checked. Values are bound.

/// In the order of the file. For whoever was shown the set.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    set: &DomainSetRow,
    filter: &ItemFilter,
    args: &PageArgs,
) -> Result<Page<ItemRow>, QueryError> {
    let after: Option<i32> = args.after.as_deref().map(page::decode).transpose()?;
    check(filter)?;
    // Who may not see records is shown neither their names nor how many there are.
    let accounts = actor.scope(Permission::AccountsView) == Scope::All;
    let contacts = actor.scope(Permission::ContactsView) == Scope::All;
    let mut query = QueryBuilder::new(
        "select i.number, i.domain, i.account_name, i.repaired, i.resembles, i.given, i.notes, i.status, i.account_id, i.via, i.confidence, i.likeness, i.judged_by, i.judged_at,
           a.name as account, a.domain as account_domain, case when a.archived then 'archived' else a.status end as account_status,
           case when ",
    );
    query.push_bind(contacts);
    query.push(
        " then (select count(*) from read.contacts c where c.account_id = i.account_id and i.status = 'matched' and not c.archived and not c.erased)
             + (select count(*) from read.contacts c where coalesce(c.email_registrable, c.email_domain) = i.domain and c.account_id is null and not c.archived and not c.erased) else 0 end as contacts
         from read.domain_set_items i left join read.accounts a on a.id = i.account_id and ",
    );
    query.push_bind(accounts);
    conditions(&mut query, set, filter);
    if let Some(after) = after {
        query.push(" and i.number > ").push_bind(after);
    }
    query.push(" order by i.number limit ").push_bind(args.limit() + 1);
    let rows: Vec<ItemRow> = query.build_query_as().fetch_all(pool).await?;
    Ok(Page::cut(rows.into_iter().map(|row| (page::encode(&row.number), row)).collect(), args))
}

pub async fn count(pool: &PgPool, set: &DomainSetRow, filter: &ItemFilter) -> Result<i64, QueryError> {
    check(filter)?;
    let mut query = QueryBuilder::new("select count(*) from read.domain_set_items i");
    conditions(&mut query, set, filter);
    Ok(query.build_query_scalar().fetch_one(pool).await?)
}

fn check(filter: &ItemFilter) -> Result<(), QueryError> {
    filter.q.iter().try_for_each(|text| check_size(text).map_err(QueryError::from))
}

fn conditions(query: &mut QueryBuilder<'_, Postgres>, set: &DomainSetRow, filter: &ItemFilter) {
    query.push(" where i.domain_set_id = ").push_bind(set.id);
    if !filter.statuses.is_empty() {
        query.push(" and i.status = any(").push_bind(filter.statuses.clone()).push(")");
    }
    if let Some(via) = filter.via {
        query.push(" and i.via = ").push_bind(via);
    }
    if filter.lookalikes {
        query.push(" and i.resembles is not null");
    }
    if let Some(q) = filter.q.as_deref().map(str::trim).filter(|q| !q.is_empty()) {
        let word = fold(q).replace('\0', "");
        query.push(" and (starts_with(i.domain, ").push_bind(word.clone());
        query.push(") or strpos(lower(i.account_name), ").push_bind(word).push(") > 0)");
    }
}

/// A line that names no domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidRow {
    pub number: i32,
    pub code: String,
    /// What stood there; gone once an erasure took the set's words.
    pub given: Option<String>,
}

/// In the order of the file. For whoever was shown the set.
pub async fn invalid(
    pool: &PgPool,
    set: &DomainSetRow,
    args: &PageArgs,
) -> Result<Page<InvalidRow>, QueryError> {
    let after: Option<i32> = args.after.as_deref().map(page::decode).transpose()?;
    let rows = sqlx::query_as!(
        InvalidRow,
        "select number, code, given from read.domain_set_invalid where domain_set_id = $1 and ($2::int is null or number > $2) order by number limit $3",
        set.id,
        after,
        args.limit() + 1
    )
    .fetch_all(pool)
    .await?;
    Ok(Page::cut(rows.into_iter().map(|row| (page::encode(&row.number), row)).collect(), args))
}
