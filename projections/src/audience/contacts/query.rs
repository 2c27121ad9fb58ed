//! Contacts for lists, record pages and look-ups.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::exports::list::{InDomainSet, InLists, InSegment};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::search::question::check_size;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::consents::channel::Channel;
use serde_json::{Map, Value};
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use super::{ACTIVITY, status};
use crate::audience::filter::columns::needs_activity;
use crate::audience::filter::{Asked, compile};
use crate::audience::import_outcome::{ImportOutcome, imported};
use crate::audience::list::{self, Sort, SortBy, Visible};
use crate::audience::{domain_sets, engagement, lists, segments, values};
use crate::page::{Page, PageArgs, QueryError};
use crate::suppression::consents;
use crate::suppression::suppressions::of_contacts::Told;

/// A contact as lists show it.
#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct ContactRow {
    pub id: Uuid,
    pub full_name: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub job_title: Option<String>,
    pub seniority_level: Option<String>,
    pub department: Option<String>,
    pub email: Option<String>,
    /// What is known of the address by itself: [`statuses`] says whether it can be used.
    pub email_status: String,
    pub direct_phone: Option<String>,
    pub mobile_phone: Option<String>,
    /// Likewise of the numbers.
    pub phone_status: String,
    pub account_id: Option<Uuid>,
    pub account_name: Option<String>,
    pub account_domain: Option<String>,
    /// `auto`, `manual`, `import`.
    pub account_link: Option<String>,
    pub city: Option<String>,
    pub country: Option<String>,
    pub timezone: Option<String>,
    pub linkedin_url: Option<String>,
    pub lifecycle: Option<String>,
    pub tags: Vec<String>,
    /// A user's id, or whatever a file called the owner.
    pub owner: Option<String>,
    pub team: Option<Uuid>,
    /// The client it may be used for, and nobody else.
    pub client_restriction: Option<Uuid>,
    pub archived: bool,
    /// It is part of this contact now.
    pub merged_into: Option<Uuid>,
    /// Nothing else of this row means anything then.
    pub erased: bool,
    pub source: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Sequence of the last event: what `expectedVersion` is compared with.
    pub version: i64,
}

const COLUMNS: &str = "c.full_name, c.first_name, c.last_name, c.job_title, c.seniority_level, c.department, c.email, c.email_status, c.direct_phone, c.mobile_phone, c.phone_status, \
    c.account_id, c.account_name, c.account_domain, c.account_link, c.city, c.country, c.timezone, c.linkedin_url, c.lifecycle, coalesce(c.tags, '{}') as tags, c.owner, c.team, c.client_restriction, \
    c.archived, c.merged_into, c.erased, coalesce(c.source, 'system') as source, c.created_at, c.updated_at, c.sequence as version";

const FROM: &str = "read.contacts c";
pub(crate) const WITH_ACTIVITY: &str =
    "read.contacts c left join read.contact_activity a on a.contact_id = c.id";

/// All conditions must hold; an empty list is no condition.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ContactFilter {
    /// Every word must be in the name or company, or begin the email or its domain.
    pub q: Option<String>,
    pub account_id: Option<Uuid>,
    /// Contacts that this import made or changed.
    pub import_id: Option<Uuid>,
    /// Together with `import_id`.
    pub import_outcome: Option<ImportOutcome>,
    /// `None`: both.
    pub archived: Option<bool>,
    pub country: Vec<String>,
    pub seniority_level: Vec<String>,
    pub department: Vec<String>,
    pub job_title_contains: Option<String>,
    pub created_from: Option<DateTime<Utc>>,
    /// Exclusive.
    pub created_to: Option<DateTime<Utc>>,
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

/// A page of contacts.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    filter: &ContactFilter,
    sort: &Sort,
    args: &PageArgs,
) -> Result<Page<ContactRow>, QueryError> {
    check_text(filter)?;
    let by = sort_by(&sort.field)?;
    let from = if by.expression.contains("a.") { WITH_ACTIVITY } else { from(filter) };
    list::page(pool, COLUMNS, from, |query| conditions(query, actor, filter), sort, &by, args).await
}

/// How many there are, exactly.
pub async fn count(pool: &PgPool, actor: &Actor, filter: &ContactFilter) -> Result<i64, QueryError> {
    check_text(filter)?;
    list::count(pool, from(filter), |query| conditions(query, actor, filter)).await
}

/// One contact, archived and erased ones too.
pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<ContactRow>, QueryError> {
    Ok(get_many(pool, actor, &[id]).await?.pop())
}

/// Those of these that exist and may be seen, in no particular order.
pub async fn get_many(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<Vec<ContactRow>, QueryError> {
    let mut query = QueryBuilder::new(format!("select c.id, {COLUMNS} from {FROM} where c.id = any("));
    query.push_bind(ids).push(")");
    list::visible(&mut query, Visible::of(actor, Permission::ContactsView));
    Ok(query.build_query_as().fetch_all(pool).await?)
}

/// Every field of these contacts by catalogue key, in natural JSON. For whoever asks for all of a record.
pub async fn fields(
    pool: &PgPool,
    actor: &Actor,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Map<String, Value>>, QueryError> {
    let ids: Vec<Uuid> = get_many(pool, actor, ids).await?.into_iter().map(|row| row.id).collect();
    // What is suppressed, consented to or counted is told in the words that filters ask it in, so the statement cannot be compile-checked.
    let sql = format!(
        "select c.id, to_jsonb(c), coalesce(to_jsonb(a), '{{}}') || jsonb_build_object('suppressed', {}, 'suppression_reasons', {}, 'email_consent', {}, 'phone_consent', {}, 'email_status', {}, 'phone_status', {}, {}) from {WITH_ACTIVITY} where c.id = any($1) and not c.erased",
        Told::Channels.value(),
        Told::Reasons.value(),
        consents::of_contacts::value(Channel::Email),
        consents::of_contacts::value(Channel::Phone),
        status::value(Channel::Email),
        status::value(Channel::Phone),
        engagement::counted::shown()
    );
    let rows: Vec<(Uuid, Value, Value)> = sqlx::query_as(&sql).bind(&ids).fetch_all(pool).await?;
    Ok(rows
        .into_iter()
        .map(|(id, record, activity)| (id, values::by_key(Entity::Contact, record, Some(activity))))
        .collect())
}

/// How those of these that may be seen can be reached at this moment: the status of the channel.
pub async fn statuses(
    pool: &PgPool,
    actor: &Actor,
    channel: Channel,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, String>, QueryError> {
    let mut query =
        QueryBuilder::new(format!("select c.id, {} from {FROM} where c.id = any(", status::value(channel)));
    query.push_bind(ids).push(")");
    list::visible(&mut query, Visible::of(actor, Permission::ContactsView));
    let rows: Vec<(Uuid, String)> = query.build_query_as().fetch_all(pool).await?;
    Ok(rows.into_iter().collect())
}

/// What nobody types is refused before it keeps the database busy.
pub(crate) fn check_text(filter: &ContactFilter) -> Result<(), QueryError> {
    for text in [&filter.q, &filter.job_title_contains].into_iter().flatten() {
        check_size(text)?;
    }
    Ok(())
}

fn from(filter: &ContactFilter) -> &'static str {
    match &filter.condition {
        Some(asked) if needs_activity(&asked.filter) => WITH_ACTIVITY,
        _ => FROM,
    }
}

pub(crate) fn sort_by(field: &str) -> Result<SortBy, QueryError> {
    Ok(match field {
        "full_name" => SortBy::indexed("c.full_name_key", "text", true),
        "job_title" => SortBy::indexed("c.job_title_key", "text", true),
        "account_name" | "account" => SortBy::indexed("c.account_name_key", "text", true),
        "email" => SortBy::indexed("c.email", "text", true),
        "country" => SortBy::indexed("c.country", "text", true),
        "created_at" => SortBy::indexed("c.created_at", "timestamptz", false),
        "updated_at" => SortBy::indexed("c.updated_at", "timestamptz", false),
        other => SortBy::field(Entity::Contact, other, ACTIVITY)?,
    })
}

pub(crate) fn conditions(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor, filter: &ContactFilter) {
    list::standing(query, filter.archived);
    list::visible(query, Visible::of(actor, Permission::ContactsView));
    for word in filter.q.as_deref().map(list::words).unwrap_or_default() {
        query.push(" and (");
        list::contains(query, "c.full_name_key", &word);
        query.push(" or ");
        list::contains(query, "c.account_name_key", &word);
        query.push(" or ");
        list::begins(query, "c.email", &word);
        query.push(" or ");
        list::begins(query, "c.email_domain", &word);
        query.push(")");
    }
    if let Some(account) = filter.account_id {
        query.push(" and c.account_id = ").push_bind(account);
    }
    if let Some(import) = filter.import_id {
        imported(query, Entity::Contact, import, filter.import_outcome);
    }
    list::one_of(query, "c.country", &filter.country);
    list::one_of(query, "c.seniority_level", &filter.seniority_level);
    list::one_of(query, "c.department", &filter.department);
    for word in filter.job_title_contains.as_deref().map(list::words).unwrap_or_default() {
        query.push(" and ");
        list::contains(query, "c.job_title_key", &word);
    }
    if let Some(from) = filter.created_from {
        query.push(" and c.created_at >= ").push_bind(from);
    }
    if let Some(to) = filter.created_to {
        query.push(" and c.created_at < ").push_bind(to);
    }
    if let Some(ids) = &filter.ids {
        query.push(" and c.id = any(").push_bind(ids.clone()).push(")");
    }
    if !filter.except.is_empty() {
        query.push(" and c.id <> all(").push_bind(filter.except.clone()).push(")");
    }
    lists::condition::members(query, actor, filter.in_lists.as_ref());
    segments::condition::members(query, actor, filter.in_segment.as_ref());
    domain_sets::condition::people(query, actor, filter.in_domain_set.as_ref());
    if let Some(asked) = &filter.condition {
        query.push(" and ");
        compile::push(query, actor, asked);
    }
}
