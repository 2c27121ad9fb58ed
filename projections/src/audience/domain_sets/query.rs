//! Reading domain sets. Each statement binds who looks: one's own, one's teams', and those for everyone.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::saved_views::sharing::mends_shared;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use serde::{Deserialize, Serialize};
use sqlx::PgPool;
use uuid::Uuid;

use crate::page::{self, Page, PageArgs, QueryError};

#[derive(Debug, Clone, PartialEq)]
pub struct DomainSetRow {
    pub id: Uuid,
    pub owner: Uuid,
    pub name: String,
    pub team: Option<Uuid>,
    pub everyone: bool,
    pub tags: Vec<String>,
    /// `file`, `paste`.
    pub source: String,
    pub file_name: Option<String>,
    pub stubs: bool,
    /// `reading`, `matching`, `ready`, `failed`.
    pub state: String,
    pub error: Option<String>,
    pub job_id: Option<Uuid>,
    pub items: i64,
    pub repeated: i64,
    pub invalid: i64,
    pub matched_at: Option<DateTime<Utc>>,
    pub archived: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DomainSetFilter {
    /// Part of the name.
    pub q: Option<String>,
    /// Those that are archived instead of those that are not.
    pub archived: bool,
}

/// Where a page ends.
#[derive(Debug, Serialize, Deserialize)]
struct Place(DateTime<Utc>, Uuid);

/// Whether somebody sees domain sets at all.
pub(in crate::audience) fn sees(actor: &Actor) -> bool {
    actor.scope(Permission::DomainSetsView) == Scope::All
}

/// The newest first.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    filter: &DomainSetFilter,
    args: &PageArgs,
) -> Result<Page<DomainSetRow>, QueryError> {
    let after: Option<Place> = args.after.as_deref().map(page::decode).transpose()?;
    if !sees(actor) {
        return Ok(Page::cut(Vec::new(), args));
    }
    let (at, id) = after.map_or((None, None), |Place(at, id)| (Some(at), Some(id)));
    let rows = sqlx::query_as!(
        DomainSetRow,
        "select id, owner, name, team, everyone, tags, source, file_name, stubs, state, error, job_id, items, repeated, invalid, matched_at, archived, created_at, updated_at
         from read.domain_sets where archived = $1 and (owner = $2 or everyone or team = any($3) or (team is not null and $4))
           and ($5::text is null or strpos(lower(name), lower($5)) > 0) and ($6::timestamptz is null or (created_at, id) < ($6, $7::uuid))
         order by created_at desc, id desc limit $8",
        filter.archived,
        actor.user_id,
        &actor.team_ids,
        mends_shared(actor),
        asked(filter.q.as_deref()),
        at,
        id,
        args.limit() + 1
    )
    .fetch_all(pool)
    .await?;
    let place = |row: &DomainSetRow| page::encode(&Place(row.created_at, row.id));
    Ok(Page::cut(rows.into_iter().map(|row| (place(&row), row)).collect(), args))
}

pub async fn count(pool: &PgPool, actor: &Actor, filter: &DomainSetFilter) -> Result<i64, QueryError> {
    if !sees(actor) {
        return Ok(0);
    }
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from read.domain_sets where archived = $1 and (owner = $2 or everyone or team = any($3) or (team is not null and $4))
           and ($5::text is null or strpos(lower(name), lower($5)) > 0)"#,
        filter.archived,
        actor.user_id,
        &actor.team_ids,
        mends_shared(actor),
        asked(filter.q.as_deref())
    )
    .fetch_one(pool)
    .await?;
    Ok(count)
}

/// One set, archived ones too; `None` also for one the viewer may not see.
pub async fn domain_set(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<DomainSetRow>, QueryError> {
    if !sees(actor) {
        return Ok(None);
    }
    let row = sqlx::query_as!(
        DomainSetRow,
        "select id, owner, name, team, everyone, tags, source, file_name, stubs, state, error, job_id, items, repeated, invalid, matched_at, archived, created_at, updated_at
         from read.domain_sets where id = $1 and (owner = $2 or everyone or team = any($3) or (team is not null and $4))",
        id,
        actor.user_id,
        &actor.team_ids,
        mends_shared(actor)
    )
    .fetch_optional(pool)
    .await?;
    Ok(row)
}

/// What the matching came to, as it is now: it grows while the matching runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MatchReport {
    pub items: i64,
    /// The account has the domain.
    pub exact: i64,
    /// A person confirmed what was nearly the same, or chose the account.
    pub confirmed: i64,
    /// Waiting for a person.
    pub fuzzy: i64,
    pub unknown: i64,
    /// Not looked at yet.
    pub pending: i64,
    /// Accounts, each once, that count.
    pub accounts: i64,
    /// Made for what was unknown, and still waiting to be named.
    pub stubs: i64,
    /// Domains that look like another one.
    pub lookalikes: i64,
}

pub async fn report(pool: &PgPool, set: &DomainSetRow) -> Result<MatchReport, QueryError> {
    let report = sqlx::query_as!(
        MatchReport,
        r#"select count(*) as "items!", count(*) filter (where status = 'matched' and via in ('domain', 'alternate')) as "exact!",
             count(*) filter (where status = 'matched' and via in ('fuzzy', 'manual')) as "confirmed!", count(*) filter (where status = 'fuzzy') as "fuzzy!",
             count(*) filter (where status = 'unknown') as "unknown!", count(*) filter (where status = 'pending') as "pending!",
             count(distinct account_id) filter (where status = 'matched') as "accounts!",
             count(*) filter (where status = 'matched' and exists (select 1 from read.accounts a where a.id = i.account_id and a.status = 'stub')) as "stubs!",
             count(*) filter (where resembles is not null) as "lookalikes!"
           from read.domain_set_items i where domain_set_id = $1"#,
        set.id
    )
    .fetch_one(pool)
    .await?;
    Ok(report)
}

/// Postgres knows no NUL character.
fn asked(q: Option<&str>) -> Option<String> {
    q.map(|q| q.trim().replace('\0', "")).filter(|q| !q.is_empty())
}
