//! The people of a set: contacts of its accounts, and those without an account whose email is at one of its domains, or at a
//! host below it.

use pivotal_domain::audience::exports::list::InDomainSet;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::identity::actor::Actor;
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use super::query::DomainSetRow;
use crate::audience::list::{Visible, visible};
use crate::page::{self, Page, PageArgs, QueryError};

/// Which of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExpandFilter {
    /// A part of the job title.
    pub title: Option<String>,
    /// Any of these levels; all if none is said.
    pub seniority: Vec<String>,
    /// Any of these departments.
    pub department: Vec<String>,
    /// Also those of accounts that are only nearly the same and wait for a person.
    pub fuzzy: bool,
    /// Only those with an email.
    pub with_email: bool,
}

impl ExpandFilter {
    /// The same people, for whoever reads a list of contacts.
    pub fn within(self, domain_set: Uuid) -> InDomainSet {
        let ExpandFilter { title, seniority, department, fuzzy, with_email } = self;
        InDomainSet { domain_set, fuzzy, title, seniority, department, with_email }
    }
}

impl From<InDomainSet> for ExpandFilter {
    fn from(asked: InDomainSet) -> Self {
        let InDomainSet { title, seniority, department, fuzzy, with_email, .. } = asked;
        ExpandFilter { title, seniority, department, fuzzy, with_email }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct MemberRow {
    pub id: Uuid,
    pub full_name: Option<String>,
    pub job_title: Option<String>,
    pub seniority_level: Option<String>,
    pub department: Option<String>,
    pub email: Option<String>,
    pub account_id: Option<Uuid>,
    pub account_name: Option<String>,
    /// `account`, `email`.
    pub matched_via: String,
}

// Conditions come and go, so these statements cannot be compile-checked. Values are bound.

/// In the order of their ids. For whoever was shown the set.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    set: &DomainSetRow,
    filter: &ExpandFilter,
    args: &PageArgs,
) -> Result<Page<MemberRow>, QueryError> {
    let after: Option<Uuid> = args.after.as_deref().map(page::decode).transpose()?;
    let mut query = QueryBuilder::new(
        "select c.id, c.full_name, c.job_title, c.seniority_level, c.department, c.email, c.account_id, c.account_name,
           case when c.account_id is null then 'email' else 'account' end as matched_via",
    );
    conditions(&mut query, actor, set, filter);
    if let Some(after) = after {
        query.push(" and c.id > ").push_bind(after);
    }
    query.push(" order by c.id limit ").push_bind(args.limit() + 1);
    let rows: Vec<MemberRow> = query.build_query_as().fetch_all(pool).await?;
    Ok(Page::cut(rows.into_iter().map(|row| (page::encode(&row.id), row)).collect(), args))
}

pub async fn count(
    pool: &PgPool,
    actor: &Actor,
    set: &DomainSetRow,
    filter: &ExpandFilter,
) -> Result<i64, QueryError> {
    let mut query = QueryBuilder::new("select count(*)");
    conditions(&mut query, actor, set, filter);
    Ok(query.build_query_scalar().fetch_one(pool).await?)
}

fn conditions(
    query: &mut QueryBuilder<'_, Postgres>,
    actor: &Actor,
    set: &DomainSetRow,
    filter: &ExpandFilter,
) {
    query.push(" from read.contacts c where not c.archived and not c.erased");
    within(query, set.id, filter);
    visible(query, Visible::of(actor, permission_to_view(Entity::Contact)));
}

/// Adds ` and ...` for the contact `c`. Whoever asks sees the set: that is asked before, or beside it.
pub(super) fn within(query: &mut QueryBuilder<'_, Postgres>, set: Uuid, filter: &ExpandFilter) {
    query.push(" and c.id in (select m.id from read.domain_set_items i join read.contacts m on m.account_id = i.account_id where i.domain_set_id = ");
    query.push_bind(set);
    query.push(if filter.fuzzy {
        " and i.status in ('matched', 'fuzzy')"
    } else {
        " and i.status = 'matched'"
    });
    query.push(" union select m.id from read.domain_set_items i join read.contacts m on coalesce(m.email_registrable, m.email_domain) = i.domain and m.account_id is null and not m.archived and not m.erased where i.domain_set_id = ");
    query.push_bind(set).push(")");
    if let Some(title) = filter.title.as_deref().map(str::trim).filter(|title| !title.is_empty()) {
        let title = pivotal_domain::audience::values::fold::fold(title).replace('\0', "");
        query.push(" and strpos(c.job_title_key, ").push_bind(title).push(") > 0");
    }
    if !filter.seniority.is_empty() {
        query.push(" and c.seniority_level = any(").push_bind(cleaned(&filter.seniority)).push(")");
    }
    if !filter.department.is_empty() {
        query.push(" and c.department = any(").push_bind(cleaned(&filter.department)).push(")");
    }
    if filter.with_email {
        query.push(" and c.email is not null");
    }
}

/// Postgres knows no NUL character.
fn cleaned(values: &[String]) -> Vec<String> {
    values.iter().map(|value| value.replace('\0', "")).collect()
}
