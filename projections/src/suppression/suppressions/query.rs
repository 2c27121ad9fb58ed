//! Reading suppressions. Each statement binds how far the viewer sees: a client's users see their own list.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::normal::PHONE_MARKS;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::suppressions::key::{Kind, SuppressedKey};
use pivotal_domain::suppression::suppressions::reason::Reason;
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use crate::audience::list;
use crate::identity::reach::Reach as Sight;
use crate::page::{self, Page, PageArgs, QueryError};

/// A suppression as the list shows it.
#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct SuppressionRow {
    pub id: Uuid,
    pub kind: String,
    /// `None`: the person was erased, and stays suppressed.
    pub value: Option<String>,
    pub reach: String,
    pub client_id: Option<Uuid>,
    pub client_name: Option<String>,
    /// Of one that holds in a campaign alone.
    pub campaign_name: Option<String>,
    /// Of one that holds for a brand alone.
    pub brand_name: Option<String>,
    /// Of an account: what it is called.
    pub account_name: Option<String>,
    pub reason: String,
    pub source: String,
    pub note: Option<String>,
    pub since: DateTime<Utc>,
    pub until: Option<DateTime<Utc>>,
    pub added_by: String,
    pub released_at: Option<DateTime<Utc>>,
    pub released_by: Option<String>,
    pub release_reason: Option<String>,
    pub erased: bool,
    pub version: i64,
}

/// How a suppression stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Active,
    Released,
    /// Its time is over.
    Expired,
}

impl SuppressionRow {
    pub fn standing(&self, now: DateTime<Utc>) -> Standing {
        match (self.released_at, self.until) {
            (Some(_), _) => Standing::Released,
            (None, Some(until)) if until <= now => Standing::Expired,
            (None, _) => Standing::Active,
        }
    }
}

/// In whose work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    Everybodys,
    /// Of a client, whichever.
    Clients,
    Client(Uuid),
    Campaigns,
    Brands,
}

/// All conditions must hold.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SuppressionFilter {
    pub kind: Option<Kind>,
    pub reason: Option<Reason>,
    pub within: Option<Within>,
    pub standing: Option<Standing>,
    /// Exactly this key, by its keyed hash: erased people are found too.
    pub key: Option<(Kind, Vec<u8>)>,
    /// What the value begins with. Of numbers it is one with its country code, in any spelling.
    pub begins: Option<String>,
}

/// Where a page ends.
#[derive(Debug, Serialize, Deserialize)]
struct Place(DateTime<Utc>, Uuid);

const COLUMNS: &str = "select s.id, s.kind, s.value, s.reach, s.client_id, c.name as client_name, g.name as campaign_name, b.name as brand_name, a.name as account_name, s.reason, s.source, s.note, s.since, s.until, s.added_by, s.released_at, s.released_by, s.release_reason, s.erased, s.version from read.suppressions s left join read.clients c on c.id = s.client_id left join read.campaigns g on g.id = case when s.reach like 'campaign:%' then substr(s.reach, 10)::uuid end left join read.email_brands b on b.id = case when s.reach like 'brand:%' then substr(s.reach, 7)::uuid end left join read.accounts a on a.id = case when s.kind = 'account' then s.value::uuid end";

/// The latest first.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    filter: &SuppressionFilter,
    now: DateTime<Utc>,
    args: &PageArgs,
) -> Result<Page<SuppressionRow>, QueryError> {
    let after: Option<Place> = args.after.as_deref().map(page::decode).transpose()?;
    let mut query = QueryBuilder::new(COLUMNS);
    conditions(&mut query, actor, filter, now);
    if let Some(Place(since, id)) = after {
        query.push(" and (s.since, s.id) < (").push_bind(since).push(", ").push_bind(id).push(")");
    }
    query.push(" order by s.since desc, s.id desc limit ").push_bind(args.limit() + 1);
    let rows: Vec<SuppressionRow> = query.build_query_as().fetch_all(pool).await?;
    let place = |row: &SuppressionRow| page::encode(&Place(row.since, row.id));
    Ok(Page::cut(rows.into_iter().map(|row| (place(&row), row)).collect(), args))
}

pub async fn count(
    pool: &PgPool,
    actor: &Actor,
    filter: &SuppressionFilter,
    now: DateTime<Utc>,
) -> Result<i64, QueryError> {
    let mut query = QueryBuilder::new("select count(*) from read.suppressions s");
    conditions(&mut query, actor, filter, now);
    Ok(query.build_query_scalar().fetch_one(pool).await?)
}

/// `None` also for one the viewer may not see.
pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<SuppressionRow>, QueryError> {
    Ok(of_ids(pool, actor, &[id]).await?.pop())
}

/// Several at once; those the viewer may not see are missing.
pub async fn of_ids(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<Vec<SuppressionRow>, QueryError> {
    let mut query = QueryBuilder::new(COLUMNS);
    sight(&mut query, actor);
    query.push(" and s.id = any(").push_bind(ids).push(") order by s.since desc, s.id desc");
    Ok(query.build_query_as().fetch_all(pool).await?)
}

/// Everything that was ever said about the keys of a record, released ones included, the latest first.
pub async fn of_record(
    pool: &PgPool,
    actor: &Actor,
    entity: Entity,
    id: Uuid,
) -> Result<Vec<SuppressionRow>, QueryError> {
    let (kinds, values) = keys_of(pool, entity, id).await?;
    let mut query = QueryBuilder::new(COLUMNS);
    sight(&mut query, actor);
    query.push(" and (s.kind, s.value) in (select * from unnest(").push_bind(kinds).push("::text[], ");
    query.push_bind(values).push("::text[])) order by s.since desc, s.id desc limit 100");
    Ok(query.build_query_as().fetch_all(pool).await?)
}

/// By what a record could be suppressed: kinds and values.
pub(super) async fn keys_of(
    pool: &PgPool,
    entity: Entity,
    id: Uuid,
) -> Result<(Vec<String>, Vec<String>), QueryError> {
    let (emails, phones, domains, account) = match entity {
        Entity::Contact => {
            let row = sqlx::query!(
                r#"select array_remove(array[email] || secondary_emails, null) as "emails!",
                     array_remove(array[direct_phone_e164, mobile_phone] || secondary_phones, null) as "phones!",
                     array_remove(array[account_domain], null) as "domains!", account_id
                   from read.contacts where id = $1 and not erased"#,
                id
            )
            .fetch_optional(pool)
            .await?;
            let Some(row) = row else { return Ok((Vec::new(), Vec::new())) };
            (row.emails, row.phones, row.domains, row.account_id)
        }
        Entity::Account => {
            let row = sqlx::query!(
                r#"select array_remove(array[domain] || alternate_domains, null) as "domains!",
                     array_remove(array[main_phone_e164], null) as "phones!"
                   from read.accounts where id = $1"#,
                id
            )
            .fetch_optional(pool)
            .await?;
            let Some(row) = row else { return Ok((Vec::new(), Vec::new())) };
            (Vec::new(), row.phones, row.domains, Some(id))
        }
    };
    let mut keys: Vec<SuppressedKey> = account.map(SuppressedKey::account).into_iter().collect();
    for email in &emails {
        keys.extend(SuppressedKey::parse(Kind::Email, email, None).ok());
        keys.extend(SuppressedKey::parse(Kind::Domain, email, None).ok());
    }
    keys.extend(phones.iter().filter_map(|phone| SuppressedKey::parse(Kind::Phone, phone, None).ok()));
    keys.extend(domains.iter().filter_map(|domain| SuppressedKey::parse(Kind::Domain, domain, None).ok()));
    Ok(keys.into_iter().map(|key| (key.kind().as_str().to_owned(), key.into_value())).unzip())
}

fn sight(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor) {
    let sight = Sight::of(actor, Permission::SuppressionsView);
    query.push(" where (").push_bind(sight.all).push(" or s.client_id = ").push_bind(sight.client).push(")");
}

fn conditions(
    query: &mut QueryBuilder<'_, Postgres>,
    actor: &Actor,
    filter: &SuppressionFilter,
    now: DateTime<Utc>,
) {
    sight(query, actor);
    if let Some(kind) = filter.kind {
        query.push(" and s.kind = ").push_bind(kind.as_str());
    }
    if let Some(reason) = filter.reason {
        query.push(" and s.reason = ").push_bind(reason.as_str());
    }
    match filter.within {
        Some(Within::Everybodys) => {
            query.push(" and s.reach = 'global'");
        }
        Some(Within::Clients) => {
            query.push(" and s.client_id is not null");
        }
        Some(Within::Client(client)) => {
            query.push(" and s.client_id = ").push_bind(client);
        }
        Some(Within::Campaigns) => {
            query.push(" and s.reach like 'campaign:%'");
        }
        Some(Within::Brands) => {
            query.push(" and s.reach like 'brand:%'");
        }
        None => {}
    }
    match filter.standing {
        Some(Standing::Active) => {
            query
                .push(" and s.released_at is null and (s.until is null or s.until > ")
                .push_bind(now)
                .push(")");
        }
        Some(Standing::Released) => {
            query.push(" and s.released_at is not null");
        }
        Some(Standing::Expired) => {
            query.push(" and s.released_at is null and s.until <= ").push_bind(now);
        }
        None => {}
    }
    if let Some((kind, key)) = &filter.key {
        query.push(" and s.kind = ").push_bind(kind.as_str());
        query.push(" and s.key = ").push_bind(key.clone());
    }
    if let Some(begins) = &filter.begins {
        // Every kind, so that the index on kind and value can be followed.
        let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
        query.push(" and s.kind = any(").push_bind(kinds).push(") and ");
        list::begins(query, "s.value", &as_held(begins));
    }
}

/// The beginning of a value as values are held: in small letters, numbers without spaces and punctuation.
fn as_held(typed: &str) -> String {
    let typed = typed.trim().to_lowercase().replace('\0', "");
    match typed.starts_with('+') {
        true => typed.replace(|c: char| PHONE_MARKS.contains(c), ""),
        false => typed,
    }
}
