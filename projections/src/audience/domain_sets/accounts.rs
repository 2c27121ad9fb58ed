//! Accounts as a matching sees them, and the items that accounts which changed may mean.

use sqlx::PgPool;
use uuid::Uuid;

/// Accounts that are read together.
pub const PAGE: i64 = 5_000;

/// What of an account says which company it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub id: Uuid,
    pub name: String,
    pub domain: String,
    pub alternates: Vec<String>,
}

/// The next of all that are not archived, in the order of their ids.
pub async fn page(pool: &PgPool, after: Uuid, limit: i64) -> Result<Vec<Known>, sqlx::Error> {
    sqlx::query_as!(
        Known,
        r#"select id, coalesce(name, '') as "name!", coalesce(domain, '') as "domain!", coalesce(alternate_domains, '{}') as "alternates!"
           from read.accounts where id > $1 and not archived order by id limit $2"#,
        after,
        limit
    )
    .fetch_all(pool)
    .await
}

/// How many a matching passes by.
pub async fn count(pool: &PgPool) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar!(r#"select count(*) as "count!" from read.accounts where not archived"#)
        .fetch_one(pool)
        .await
}

/// An item that may have to be matched anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concerned {
    pub domain_set_id: Uuid,
    pub number: i32,
    pub domain: String,
    pub account_id: Option<Uuid>,
    pub via: Option<String>,
    /// The account that has the domain now, if there is one.
    pub holder: Option<Uuid>,
    /// Whether it has it as its main one.
    pub is_main: bool,
}

/// Items of sets in use that nobody judged, whose domain one of these accounts has, or that were matched with one of them because
/// it had it.
pub async fn concerned(pool: &PgPool, accounts: &[Uuid]) -> Result<Vec<Concerned>, sqlx::Error> {
    sqlx::query_as!(
        Concerned,
        r#"with touched as (select id, domain, alternate_domains from read.accounts where id = any($1) and not archived),
             held as (
               select t.id, t.domain, true as main from touched t where t.domain is not null
               union all select t.id, d collate "C", false from touched t cross join lateral unnest(t.alternate_domains) as d
             )
           select i.domain_set_id as "domain_set_id!", i.number as "number!", i.domain as "domain!", i.account_id, i.via, h.id as "holder?", coalesce(h.main, false) as "is_main!"
           from (
             select i.domain_set_id, i.number from read.domain_set_items i join held h on h.domain = i.domain
             union
             select i.domain_set_id, i.number from read.domain_set_items i where i.account_id = any($1) and i.via in ('domain', 'alternate')
           ) one
           join read.domain_set_items i on i.domain_set_id = one.domain_set_id and i.number = one.number
           join read.domain_sets s on s.id = i.domain_set_id and not s.archived
           left join lateral (select h.id, h.main from held h where h.domain = i.domain and not exists (
             select 1 from read.domain_set_rejections r where r.domain_set_id = i.domain_set_id and r.number = i.number and r.account_id = h.id
           ) order by h.main desc, h.id limit 1) h on true
           where i.judged_by is null and i.status <> 'pending'"#,
        accounts
    )
    .fetch_all(pool)
    .await
}

/// Up to which position of the log the keeper has looked; nobody looked yet.
pub async fn kept_to(pool: &PgPool) -> Result<Option<i64>, sqlx::Error> {
    sqlx::query_scalar!("select position from jobs.domain_set_keeper").fetch_optional(pool).await
}

pub async fn keep_to(pool: &PgPool, position: i64) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into jobs.domain_set_keeper as held (position) values ($1) on conflict (one) do update set position = greatest(held.position, excluded.position)",
        position
    )
    .execute(pool)
    .await
    .map(drop)
}

/// The accounts that something happened to in the next events behind a position, and where these end; empty: nothing did, up to
/// there.
pub async fn touched(
    pool: &PgPool,
    (since, until): (i64, i64),
    events: i64,
) -> Result<(i64, Vec<Uuid>), sqlx::Error> {
    let rows = sqlx::query!(
        "select global_position, aggregate_id from log.events where global_position > $1 and global_position <= $2 and aggregate_type = 'account' order by global_position limit $3",
        since,
        until,
        events
    )
    .fetch_all(pool)
    .await?;
    let last = match rows.last() {
        Some(row) if rows.len() as i64 == events => row.global_position,
        _ => until,
    };
    let mut ids: Vec<Uuid> = rows.iter().filter_map(|row| row.aggregate_id.parse().ok()).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok((last, ids))
}
